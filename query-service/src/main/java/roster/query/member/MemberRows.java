package roster.query.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.query.generation.Columns;
import roster.query.http.Spelling;
import roster.query.member.MemberView.Invitation;
import roster.query.member.MemberView.InvitedBy;

/** How members are written and read. */
public final class MemberRows {
    private static final String NAMES = """
            member_id, organization_id, name, name_key, email, email_key, role, status, since, version, invitation_id, \
            invitation_status, invitation_issue, invitation_expires_at, inviter_id, inviter_name, invitation_requested_at""";
    public static final String COPY = "copy member (" + NAMES + ") from stdin (freeze)";
    public static final Columns<MemberView> COLUMNS = Columns.of(
            MemberView::memberId,
            MemberView::organizationId,
            MemberView::name,
            it -> SortKey.of(it.name()),
            MemberView::email,
            it -> SortKey.of(it.email()),
            it -> it.role().value(),
            it -> Spelling.of(it.status()),
            MemberView::since,
            MemberView::version,
            it -> it.invitation().invitationId(),
            it -> Spelling.of(it.invitation().status()),
            it -> it.invitation().issue(),
            it -> it.invitation().expiresAt(),
            it -> inviter(it, InvitedBy::memberId),
            it -> inviter(it, InvitedBy::name),
            it -> it.invitation().requestedAt());

    static final String SELECT = "select " + NAMES + " from member";
    private static final String LOAD = SELECT + " where member_id = any (?::uuid[])";
    private static final String UPSERT = "insert into member (" + NAMES + ")" + """
             select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                  ?::timestamptz[], ?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::uuid[], ?::text[],
                                  ?::timestamptz[])
             on conflict (member_id) do update set\s""" + "(" + NAMES + ") = row(excluded.*)";

    private MemberRows() {}

    public static Map<UUID, MemberView> load(JdbcClient jdbc, Collection<UUID> ids) {
        var members = new HashMap<UUID, MemberView>();
        jdbc.sql(LOAD).param(ids.toArray(UUID[]::new))
                .query(MemberRows::member)
                .list()
                .forEach(member -> members.put(member.memberId(), member));
        return members;
    }

    public static void upsert(JdbcClient jdbc, Collection<MemberView> rows) {
        jdbc.sql(UPSERT).params(COLUMNS.arrays(rows)).update();
    }

    static MemberView member(ResultSet row, int number) throws SQLException {
        return new MemberView(row.getObject("member_id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getString("name"), row.getString("email"), Role.of(row.getString("role")),
                Spelling.read(MemberStatus.class, row.getString("status")),
                row.getObject("since", OffsetDateTime.class).toInstant(), row.getLong("version"), invitation(row));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(row.getObject("invitation_id", UUID.class),
                Spelling.read(InvitationStatus.class, row.getString("invitation_status")),
                row.getObject("invitation_expires_at", OffsetDateTime.class).toInstant(), row.getInt("invitation_issue"), invitedBy(row),
                requestedAt(row));
    }

    private static @Nullable Instant requestedAt(ResultSet row) throws SQLException {
        var at = row.getObject("invitation_requested_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Object inviter(MemberView member, Function<InvitedBy, Object> column) {
        var inviter = member.invitation().invitedBy();
        return inviter == null ? null : column.apply(inviter);
    }

    private static @Nullable InvitedBy invitedBy(ResultSet row) throws SQLException {
        var id = row.getObject("inviter_id", UUID.class);
        return id == null ? null : new InvitedBy(id, row.getString("inviter_name"));
    }
}
