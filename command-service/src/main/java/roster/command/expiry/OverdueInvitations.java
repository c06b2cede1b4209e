package roster.command.expiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds overdue invitations among the open memberships. Whoever takes some has them to itself for half a minute, so that instances share
 * the work; what it has not done by then, others may take. That is all it is for: who expires is decided by the member.
 */
@Component
class OverdueInvitations {
    private static final String TAKE = """
            with overdue as materialized (
                select member_id from command.membership
                 where invitation_expires_at <= :now and (expiry_retry_at is null or expiry_retry_at <= :now)
                 order by invitation_expires_at
                 limit :limit
                   for update skip locked)
            update command.membership set expiry_retry_at = :now + interval '30 seconds'
              from overdue where membership.member_id = overdue.member_id
            returning membership.member_id, organization_id, invitation_expires_at""";

    private final JdbcClient jdbc;

    OverdueInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the first of all pending invitations expires, or should have. */
    Optional<Instant> firstExpiry() {
        return jdbc.sql("select min(invitation_expires_at) from command.membership").query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant);
    }

    /** At most {@code limit} of those that have been overdue longest, in the order of their expiry. */
    List<OverdueInvitation> take(int limit, Instant now) {
        return jdbc.sql(TAKE).param("now", timestamp(now)).param("limit", limit).query((row, _) -> overdue(row)).list().stream()
                .sorted(Comparator.comparing(OverdueInvitation::expiresAt)).toList();
    }

    /** Leaves it alone until it is overdue for twice as long, though for no more than an hour. */
    void postpone(OverdueInvitation it, Instant now) {
        jdbc.sql("""
                update command.membership
                   set expiry_retry_at = :now + least(greatest(:now - invitation_expires_at, interval '30 seconds'), interval '1 hour')
                 where member_id = :member and invitation_expires_at is not null""")
                .param("now", timestamp(now)).param("member", it.memberId()).update();
    }

    private static OverdueInvitation overdue(ResultSet row) throws SQLException {
        return new OverdueInvitation(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
