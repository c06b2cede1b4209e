package roster.query.member;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.BOOLEAN;
import static roster.sql.SqlType.BYTEWISE_TEXT;
import static roster.sql.SqlType.INTEGER;
import static roster.sql.SqlType.TEXT;
import static roster.sql.SqlType.TIMESTAMPTZ;
import static roster.sql.SqlType.UUID;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.mail.MailFailure;
import roster.contract.member.CurrentMember;
import roster.contract.member.CurrentMember.Invitation;
import roster.contract.member.CurrentMember.InvitedBy;
import roster.contract.member.InvitationMails;
import roster.contract.member.InvitationMails.Mail;
import roster.contract.member.InvitationMails.MailStatus;
import roster.contract.role.Role;
import roster.query.generation.Spelled;
import roster.query.generation.Table;
import roster.query.member.MemberRow.Places;
import roster.sql.Column;
import roster.sql.Columns;
import roster.sql.NullableColumn;
import roster.sql.SqlType;

/** The columns of {@code member}. */
public final class MemberTable {
    public static final Columns<MemberRow> COLUMNS = new Columns<>();

    static final Column<MemberRow, UUID> MEMBER_ID = COLUMNS.add("member_id", UUID, it -> it.member().memberId());
    private static final Column<MemberRow, UUID> ORGANIZATION_ID = COLUMNS.add("organization_id", UUID, it -> it.member().organizationId());
    private static final NullableColumn<MemberRow, String> NAME = COLUMNS.addNullable("name", TEXT, it -> it.member().name());
    private static final NullableColumn<MemberRow, String> EMAIL = COLUMNS.addNullable("email", TEXT, it -> it.member().email());
    private static final Column<MemberRow, Role> ROLE = COLUMNS.add("role", TEXT.as(Role::of, Role::value), it -> it.member().role());
    private static final Column<MemberRow, MemberStatus> STATUS = COLUMNS.add("status", Spelled.as(MemberStatus.class),
            it -> it.member().status());
    private static final Column<MemberRow, Instant> SINCE = COLUMNS.add("since", TIMESTAMPTZ, it -> it.member().since());
    private static final Column<MemberRow, Instant> INVITED_AT = COLUMNS.add("invited_at", TIMESTAMPTZ, MemberRow::invitedAt);
    static final Column<MemberRow, Long> POSITION = COLUMNS.add("position", BIGINT, it -> it.places().newest());
    private static final Column<MemberRow, Long> SINCE_POSITION = COLUMNS.add("since_position", BIGINT, it -> it.places().since());
    private static final Column<MemberRow, Long> ROLE_POSITION = COLUMNS.add("role_position", BIGINT, it -> it.places().role());
    private static final Column<MemberRow, Long> STATUS_POSITION = COLUMNS.add("status_position", BIGINT, it -> it.places().status());
    private static final Column<MemberRow, Long> VERSION = COLUMNS.add("version", BIGINT, it -> it.member().version());
    private static final Column<MemberRow, Boolean> ERASED = COLUMNS.add("erased", BOOLEAN, it -> it.member().erased());

    private static final Column<MemberRow, UUID> INVITATION_ID = invitation("invitation_id", UUID, Invitation::invitationId);
    private static final Column<MemberRow, InvitationStatus> INVITATION_STATUS = invitation("invitation_status",
            Spelled.as(InvitationStatus.class), Invitation::status);
    private static final Column<MemberRow, Integer> INVITATION_ISSUE = invitation("invitation_issue", INTEGER, Invitation::issue);
    private static final Column<MemberRow, Instant> EXPIRES_AT = invitation("invitation_expires_at", TIMESTAMPTZ, Invitation::expiresAt);
    private static final NullableColumn<MemberRow, UUID> INVITER_ID = inviter("inviter_id", UUID, InvitedBy::memberId);
    private static final NullableColumn<MemberRow, String> INVITER_NAME = inviter("inviter_name", TEXT, InvitedBy::name);
    private static final NullableColumn<MemberRow, Instant> REQUESTED_AT = COLUMNS.addNullable("invitation_requested_at", TIMESTAMPTZ,
            it -> it.member().invitation().requestedAt());

    private static final MailColumns INVITEE_MAIL = MailColumns.of("invitee", InvitationMails::invitee);
    private static final MailColumns INVITER_MAIL = MailColumns.of("inviter", InvitationMails::inviter);
    private static final Column<MemberRow, Long> MAIL_EVENTS = COLUMNS.add("mail_events", BIGINT, it -> it.mails().heard());

    static {
        // lists are ordered and searched by these
        COLUMNS.add("name_key", BYTEWISE_TEXT, it -> SortKey.of(it.member().name()));
        COLUMNS.add("email_key", BYTEWISE_TEXT, it -> SortKey.of(it.member().email()));
    }

    public static final Table<MemberRow> TABLE = new Table<>("member", COLUMNS, List.of(MEMBER_ID), List.of(
            "(organization_id, name_key, member_id) where status <> 'deleted'",
            "(organization_id, email_key, member_id) where status <> 'deleted'",
            "(organization_id, since, member_id) where status <> 'deleted'",
            "(organization_id, name_key, member_id) where status = 'deleted'",
            "(organization_id, email_key, member_id) where status = 'deleted'",
            "(organization_id, since, member_id) where status = 'deleted'",
            "(organization_id, since_position) where status <> 'deleted'",
            "(organization_id, status, role)",
            "(organization_id, role) where status = 'invited' and invitation_status = 'expired'"),
            (row, _) -> read(row));

    private MemberTable() {}

    static MemberRow read(ResultSet row) throws SQLException {
        var inviterId = INVITER_ID.of(row);
        var invitation = new Invitation(INVITATION_ID.of(row), INVITATION_STATUS.of(row), EXPIRES_AT.of(row), INVITATION_ISSUE.of(row),
                inviterId == null ? null : new InvitedBy(inviterId, INVITER_NAME.of(row)), REQUESTED_AT.of(row));
        var member = new CurrentMember(MEMBER_ID.of(row), ORGANIZATION_ID.of(row), NAME.of(row), EMAIL.of(row), ROLE.of(row),
                STATUS.of(row), SINCE.of(row), VERSION.of(row), ERASED.of(row), invitation);
        return new MemberRow(member, new InvitationMails(INVITEE_MAIL.of(row), INVITER_MAIL.of(row), MAIL_EVENTS.of(row)),
                INVITED_AT.of(row),
                new Places(POSITION.of(row), SINCE_POSITION.of(row), ROLE_POSITION.of(row), STATUS_POSITION.of(row)));
    }

    private static <V> Column<MemberRow, V> invitation(String name, SqlType<V> type, Function<Invitation, V> value) {
        return COLUMNS.add(name, type, it -> value.apply(it.member().invitation()));
    }

    private static <V> NullableColumn<MemberRow, V> inviter(String name, SqlType<V> type, Function<InvitedBy, @Nullable V> value) {
        return COLUMNS.addNullable(name, type, it -> {
            var inviter = it.member().invitation().invitedBy();
            return inviter == null ? null : value.apply(inviter);
        });
    }

    /** The columns of the e-mail to one of the two recipients. */
    private record MailColumns(NullableColumn<MemberRow, MailStatus> status, NullableColumn<MemberRow, Instant> at,
            NullableColumn<MemberRow, MailFailure> failure) {
        static MailColumns of(String recipient, Function<InvitationMails, @Nullable Mail> mail) {
            return new MailColumns(
                    add(recipient + "_mail_status", Spelled.as(MailStatus.class), mail, Mail::status),
                    add(recipient + "_mail_at", TIMESTAMPTZ, mail, Mail::at),
                    add(recipient + "_mail_failure", Spelled.as(MailFailure.class), mail, Mail::failure));
        }

        private static <V> NullableColumn<MemberRow, V> add(String name, SqlType<V> type, Function<InvitationMails, @Nullable Mail> mail,
                Function<Mail, @Nullable V> value) {
            return COLUMNS.addNullable(name, type, it -> {
                var sent = mail.apply(it.mails());
                return sent == null ? null : value.apply(sent);
            });
        }

        @Nullable
        Mail of(ResultSet row) throws SQLException {
            var known = status.of(row);
            return known == null ? null : new Mail(known, Objects.requireNonNull(at.of(row)), failure.of(row));
        }
    }
}
