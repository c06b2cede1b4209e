package roster.notification.queue;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.INTEGER;
import static roster.sql.SqlType.TEXT;
import static roster.sql.SqlType.TIMESTAMPTZ;
import static roster.sql.SqlType.UUID;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.Language;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Invitation;
import roster.notification.entry.Occasion;
import roster.notification.entry.Person;
import roster.sql.Column;
import roster.sql.Columns;
import roster.sql.NullableColumn;
import roster.sql.SqlType;

/** The columns of {@code notification.letter} with the content of an e-mail; the others hold its delivery status. */
final class EmailTable {
    static final Columns<Email> COLUMNS = new Columns<>();

    static final Column<Email, UUID> EVENT_ID = COLUMNS.add("event_id", UUID, it -> it.id().eventId());
    static final Column<Email, MailRecipient> RECIPIENT = COLUMNS.add("recipient",
            SqlType.TEXT.as(MailRecipient::of, MailRecipient::value), it -> it.id().recipient());
    static final Column<Email, UUID> MEMBER_ID = add("member_id", UUID, Invitation::memberId);
    static final Column<Email, UUID> INVITATION_ID = add("invitation_id", UUID, Invitation::invitationId);
    static final Column<Email, Integer> ISSUE = add("issue", INTEGER, Invitation::issue);
    private static final Column<Email, Long> SEQUENCE = COLUMNS.add("sequence", BIGINT, Email::sequence);
    private static final Column<Email, Instant> RECORDED_AT = COLUMNS.add("recorded_at", TIMESTAMPTZ, Email::recordedAt);
    private static final Column<Email, Occasion> OCCASION = COLUMNS.add("occasion", TEXT.as(Occasion::of, Occasion::value),
            Email::occasion);
    private static final Column<Email, UUID> ORGANIZATION_ID = add("organization_id", UUID, Invitation::organizationId);
    private static final Column<Email, String> ORGANIZATION = add("organization", TEXT, Invitation::organization);
    private static final Column<Email, Language> LOCALE = add("locale", TEXT.as(Language::of, Language::value), Invitation::language);
    private static final Column<Email, Role> ROLE = add("role", TEXT.as(Role::of, Role::value), Invitation::role);
    private static final Column<Email, String> INVITEE_NAME = add("invitee_name", TEXT, it -> it.invitee().name());
    private static final Column<Email, String> INVITEE_EMAIL = add("invitee_email", TEXT, it -> it.invitee().email());
    private static final NullableColumn<Email, UUID> INVITER_ID = addNullable("inviter_id", UUID, Invitation::inviterId);
    private static final NullableColumn<Email, String> INVITER_NAME = addNullable("inviter_name", TEXT,
            it -> it.inviter() == null ? null : it.inviter().name());
    private static final NullableColumn<Email, String> INVITER_EMAIL = addNullable("inviter_email", TEXT,
            it -> it.inviter() == null ? null : it.inviter().email());
    private static final Column<Email, Instant> EXPIRES_AT = add("expires_at", TIMESTAMPTZ, Invitation::expiresAt);
    private static final NullableColumn<Email, String> TRACEPARENT = COLUMNS.addNullable("traceparent", TEXT, Email::traceparent);

    /** Those columns, and input for the insert that is not stored. */
    static final Columns<Email> OWED = new Columns<>(COLUMNS);

    static {
        OWED.add("deadline", TIMESTAMPTZ, Email::deadline);
    }

    private EmailTable() {}

    static Email read(ResultSet row) throws SQLException {
        var inviter = INVITER_NAME.of(row);
        var invitation = new Invitation(MEMBER_ID.of(row), INVITATION_ID.of(row), ISSUE.of(row), ORGANIZATION_ID.of(row),
                ORGANIZATION.of(row),
                LOCALE.of(row), ROLE.of(row), new Person(INVITEE_NAME.of(row), INVITEE_EMAIL.of(row)), INVITER_ID.of(row),
                inviter == null ? null : new Person(inviter, Objects.requireNonNull(INVITER_EMAIL.of(row))), EXPIRES_AT.of(row));
        return new Email(id(row), SEQUENCE.of(row), RECORDED_AT.of(row), OCCASION.of(row), invitation, TRACEPARENT.of(row));
    }

    static EmailId id(ResultSet row) throws SQLException {
        return new EmailId(EVENT_ID.of(row), RECIPIENT.of(row));
    }

    private static <V> Column<Email, V> add(String name, SqlType<V> type, Function<Invitation, V> value) {
        return COLUMNS.add(name, type, it -> value.apply(it.invitation()));
    }

    private static <V> NullableColumn<Email, V> addNullable(String name, SqlType<V> type, Function<Invitation, @Nullable V> value) {
        return COLUMNS.addNullable(name, type, it -> value.apply(it.invitation()));
    }
}
