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
 * Finds overdue invitations among the open memberships, and leases them to one instance for half a minute, so that instances share the work.
 * The aggregate decides whether an invitation expires.
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

    /** Earliest expiry of all pending invitations; may be past. */
    Optional<Instant> firstExpiry() {
        return jdbc.sql("select min(invitation_expires_at) from command.membership").query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Leases at most {@code limit} of the longest overdue invitations, in order of expiry. */
    List<OverdueInvitation> take(int limit, Instant now) {
        return jdbc.sql(TAKE).param("now", timestamp(now)).param("limit", limit).query((row, _) -> overdue(row)).list().stream()
                .sorted(Comparator.comparing(OverdueInvitation::expiresAt)).toList();
    }

    /** Postpones it until it is overdue for twice as long, at most for an hour. */
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
