package roster.contract.stored;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.Identity;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.event.MemberEvent.AccountUnlinked;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.mail.Language;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.contract.role.Scope;

/** An example of each event, with all fields set. */
public final class Examples {
    static final UUID GRACE = UUID.fromString("01980a5c-0000-7000-8000-000000000002");
    static final UUID INVITATION = UUID.fromString("01980a5c-0000-7000-8000-000000000003");
    static final UUID ACCOUNT = UUID.fromString("01980a5c-0000-7000-8000-000000000008");
    static final UUID TOKEN = UUID.fromString("01980a5c-0000-7000-8000-000000000007");
    static final Organization ACME = new Organization(UUID.fromString("01980a5c-0000-7000-8000-000000000001"), "acme", "Acme",
            Language.GERMAN);
    static final Instant EXPIRY = Instant.parse("2026-01-08T09:30:00Z");
    private static final Inviter ADA = new Inviter(UUID.fromString("01980a5c-0000-7000-8000-000000000004"), "Ada Lovelace",
            "ada@acme.example");

    public static final List<Event> EVENTS = List.of(
            new OrganizationRegistered(ACME.id(), ACME.slug(), ACME.name(), Language.GERMAN),
            new OrganizationLocaleChanged(ACME.id(), Language.ENGLISH, Language.GERMAN),
            new MemberInvited(GRACE, ACME, INVITATION, "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER, ADA, EXPIRY),
            new InvitationResent(GRACE, ACME, INVITATION, 2, "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER, ADA, EXPIRY),
            new InvitationAccepted(GRACE, INVITATION, Role.DEVELOPER, new Identity("github", "1815")),
            new InvitationDeclined(GRACE, INVITATION),
            new InvitationRevoked(GRACE, INVITATION),
            new InvitationExpired(GRACE, INVITATION, EXPIRY),
            new NewInvitationRequested(GRACE, ACME, INVITATION, 2, "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER, ADA, EXPIRY),
            new MemberNameChanged(GRACE, "Grace Hopper", "Grace Brewster Hopper"),
            new MemberEmailChanged(GRACE, ACME, INVITATION, "Grace Hopper", Role.DEVELOPER, MemberStatus.ACTIVE, "Grace@Navy.example",
                    "grace@hopper.example"),
            new MemberRoleChanged(GRACE, Role.DEVELOPER, Role.ADMIN),
            new MemberAccessConfirmed(GRACE, Role.ADMIN),
            new AccountLinked(GRACE, ACCOUNT, new Identity("google", "1906")),
            new AccountUnlinked(GRACE, ACCOUNT),
            new MemberSuspended(GRACE),
            new MemberReactivated(GRACE),
            new MemberDeleted(GRACE, MemberStatus.ACTIVE),
            new MemberErased(GRACE),
            new InvitationMailSent(INVITATION, GRACE, 1, MailRecipient.INVITER),
            new InvitationMailFailed(INVITATION, GRACE, 2, MailRecipient.INVITEE, MailFailure.UNKNOWN_ADDRESS, "550 5.1.1"),
            new ApiTokenCreated(TOKEN, ApiTokenKind.PERSONAL, GRACE, "build server", List.of(Scope.DEVELOPER_OPERATIONS, Scope.AUDIT),
                    EXPIRY),
            new ApiTokenRevoked(TOKEN, GRACE));

    static final EventMetadata METADATA = new EventMetadata(ACME.id(), new Actor(Actor.Kind.OPERATOR, "operator"), ADA.memberId(),
            "joins the platform team", "order-66", "01980a5c-0000-7000-8000-000000000005", "01980a5c-0000-7000-8000-000000000006",
            "192.0.2.1", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    static final EventMetadata LEAST_METADATA = new EventMetadata(ACME.id(), Actor.SYSTEM, null, null, "order-66",
            "01980a5c-0000-7000-8000-000000000005", null, null, null);

    private Examples() {}
}
