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
import roster.contract.event.MailFailure;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.query.generation.Columns;
import roster.query.http.Spelling;
import roster.query.member.InvitationMails.Mail;
import roster.query.member.InvitationMails.MailStatus;
import roster.query.member.MemberView.Invitation;
import roster.query.member.MemberView.InvitedBy;

/** How members are written and read. */
public final class MemberRows {
    private static final String NAMES = """
            member_id, organization_id, name, name_key, email, email_key, role, status, since, version, erased, invitation_id, \
            invitation_status, invitation_issue, invitation_expires_at, inviter_id, inviter_name, invitation_requested_at, \
            invitee_mail_status, invitee_mail_at, invitee_mail_failure, inviter_mail_status, inviter_mail_at, inviter_mail_failure, \
            mail_events""";
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
            MemberView::erased,
            it -> it.invitation().invitationId(),
            it -> Spelling.of(it.invitation().status()),
            it -> it.invitation().issue(),
            it -> it.invitation().expiresAt(),
            it -> inviter(it, InvitedBy::memberId),
            it -> inviter(it, InvitedBy::name),
            it -> it.invitation().requestedAt(),
            it -> mail(it.invitation().mail().invitee(), mail -> Spelling.of(mail.status())),
            it -> mail(it.invitation().mail().invitee(), Mail::at),
            it -> mail(it.invitation().mail().invitee(), MemberRows::failure),
            it -> mail(it.invitation().mail().inviter(), mail -> Spelling.of(mail.status())),
            it -> mail(it.invitation().mail().inviter(), Mail::at),
            it -> mail(it.invitation().mail().inviter(), MemberRows::failure),
            it -> it.invitation().mail().heard());

    static final String SELECT = "select " + NAMES + " from member";
    private static final String LOAD = SELECT + " where member_id = any (?::uuid[])";
    private static final String UPSERT = "insert into member (" + NAMES + ")" + """
             select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                  ?::timestamptz[], ?::bigint[], ?::boolean[], ?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::uuid[], ?::text[],
                                  ?::timestamptz[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                                  ?::bigint[])
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
                row.getObject("since", OffsetDateTime.class).toInstant(), row.getLong("version"), row.getBoolean("erased"),
                invitation(row));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(row.getObject("invitation_id", UUID.class),
                Spelling.read(InvitationStatus.class, row.getString("invitation_status")),
                row.getObject("invitation_expires_at", OffsetDateTime.class).toInstant(), row.getInt("invitation_issue"), invitedBy(row),
                instant(row, "invitation_requested_at"),
                new InvitationMails(mail(row, "invitee"), mail(row, "inviter"), row.getLong("mail_events")));
    }

    private static @Nullable Mail mail(ResultSet row, String recipient) throws SQLException {
        var at = instant(row, recipient + "_mail_at");
        var failure = row.getString(recipient + "_mail_failure");
        return at == null ? null
                : new Mail(Spelling.read(MailStatus.class, row.getString(recipient + "_mail_status")), at,
                        failure == null ? null : Spelling.read(MailFailure.class, failure));
    }

    private static @Nullable Object mail(@Nullable Mail mail, Function<Mail, @Nullable Object> column) {
        return mail == null ? null : column.apply(mail);
    }

    private static @Nullable Object failure(Mail mail) {
        return mail.failure() == null ? null : Spelling.of(mail.failure());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Object inviter(MemberView member, Function<InvitedBy, @Nullable Object> column) {
        var inviter = member.invitation().invitedBy();
        return inviter == null ? null : column.apply(inviter);
    }

    private static @Nullable InvitedBy invitedBy(ResultSet row) throws SQLException {
        var id = row.getObject("inviter_id", UUID.class);
        return id == null ? null : new InvitedBy(id, row.getString("inviter_name"));
    }
}
