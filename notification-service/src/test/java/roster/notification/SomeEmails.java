package roster.notification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.Language;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Invitation;
import roster.notification.entry.Occasion.AddressChanged;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Occasion.Requested;
import roster.notification.entry.Person;

/** E-mails for tests: Ada of Acme invites Grace. */
public final class SomeEmails {
    public static final Person ADA = new Person("Ada Lovelace", "ada@acme.example");
    public static final Person GRACE = new Person("Grace Hopper", "grace@navy.example");
    public static final Instant RECORDED = Instant.parse("2031-09-05T08:30:15.123456Z");
    public static final Instant EXPIRES = Instant.parse("2031-09-12T08:30:15.123456Z");
    public static final UUID MEMBER = UUID.fromString("01980000-0000-7000-8000-000000000001");
    public static final UUID EVENT = UUID.fromString("01980000-0000-7000-8000-0000000000e1");
    public static final UUID ADA_ID = UUID.fromString("01980000-0000-7000-8000-0000000000b2");
    private static final UUID ORGANIZATION = UUID.fromString("01980000-0000-7000-8000-0000000000c1");
    private static final UUID INVITATION = UUID.fromString("01980000-0000-7000-8000-0000000000a1");

    private SomeEmails() {}

    public static Email email(MailRecipient recipient) {
        return email(EVENT, recipient, invitation(GRACE, ADA));
    }

    public static Email email(UUID eventId, MailRecipient recipient, Invitation invitation) {
        return new Email(new EmailId(eventId, recipient), invitation.issue() - 1, RECORDED, new Invited(), invitation);
    }

    /** Grace requests a new invitation. */
    public static Email request(UUID eventId, Invitation invitation) {
        return new Email(new EmailId(eventId, MailRecipient.INVITER), invitation.issue() + 1, RECORDED, new Requested(),
                invitation);
    }

    /** The e-mail to the previous address of a member. */
    public static Email addressChanged(UUID eventId, Invitation invitation) {
        return new Email(new EmailId(eventId, MailRecipient.INVITEE), invitation.issue() + 1, RECORDED, new AddressChanged(), invitation);
    }

    /** An e-mail with a new event and a new member. */
    public static Email newEmail(MailRecipient recipient) {
        return email(UUID.randomUUID(), recipient, ofMember(UUID.randomUUID(), 1));
    }

    public static Invitation ofMember(UUID member, int issue) {
        return new Invitation(member, INVITATION, issue, ORGANIZATION, "Acme", Language.ENGLISH, Role.DEVELOPER, GRACE, ADA_ID, ADA,
                EXPIRES);
    }

    public static Invitation invitation(Person invitee, @Nullable Person inviter) {
        return new Invitation(MEMBER, INVITATION, 1, ORGANIZATION, "Acme", Language.ENGLISH, Role.DEVELOPER, invitee,
                inviter == null ? null : ADA_ID, inviter, EXPIRES);
    }

    public static Invitation again(Invitation it) {
        return new Invitation(it.memberId(), it.invitationId(), it.issue() + 1, it.organizationId(), it.organization(), it.language(),
                it.role(),
                it.invitee(), it.inviterId(), it.inviter(),
                it.expiresAt());
    }

    /** An invitation with a new id and a new member. */
    public static Invitation another() {
        return new Invitation(UUID.randomUUID(), UUID.randomUUID(), 1, ORGANIZATION, "Acme", Language.ENGLISH, Role.DEVELOPER, GRACE,
                ADA_ID, ADA,
                EXPIRES);
    }

    public static Invitation of(UUID organization, Invitation it) {
        return new Invitation(it.memberId(), it.invitationId(), it.issue(), organization, it.organization(), it.language(), it.role(),
                it.invitee(),
                it.inviterId(), it.inviter(), it.expiresAt());
    }

    public static Invitation until(Instant expiresAt, Invitation it) {
        return new Invitation(it.memberId(), it.invitationId(), it.issue(), it.organizationId(), it.organization(), it.language(),
                it.role(), it.invitee(),
                it.inviterId(), it.inviter(), expiresAt);
    }

    public static Invitation toOrganization(String organization, Invitation it) {
        return new Invitation(it.memberId(), it.invitationId(), it.issue(), it.organizationId(), organization, it.language(), it.role(),
                it.invitee(),
                it.inviterId(), it.inviter(),
                it.expiresAt());
    }

    public static Invitation in(Language language, Invitation it) {
        return new Invitation(it.memberId(), it.invitationId(), it.issue(), it.organizationId(), it.organization(), language, it.role(),
                it.invitee(),
                it.inviterId(), it.inviter(), it.expiresAt());
    }

    public static Invitation as(Role role, Invitation it) {
        return new Invitation(it.memberId(), it.invitationId(), it.issue(), it.organizationId(), it.organization(), it.language(), role,
                it.invitee(),
                it.inviterId(), it.inviter(), it.expiresAt());
    }
}
