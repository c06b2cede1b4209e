package roster.command.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.command.bus.CommandMetadata;
import roster.command.bus.IfMatch;
import roster.command.member.MemberCommand.InviteMember;
import roster.contract.email.EmailAddress;
import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.Organization;
import roster.contract.invitation.InvitationToken;
import roster.contract.mail.Language;
import roster.contract.role.Role;

/** Test data: Ada, admin of Acme, invites Grace. */
public final class Story {
    public static final Instant NOW = Instant.parse("2026-01-01T09:30:00Z");
    public static final Duration LIFE = Duration.ofDays(7);
    public static final Instant EXPIRY = NOW.plus(LIFE);

    public static final Language LANGUAGE = Language.GERMAN;
    public static final Organization ACME = new Organization(id(1), "acme", "Acme", LANGUAGE);
    /** The organization as in a request. */
    static final Organization CALLED = new Organization(ACME.id(), ACME.slug(), ACME.name());
    static final UUID GRACE = id(2);
    static final UUID INVITATION = id(3);
    static final EmailAddress ADDRESS = EmailAddress.of("Grace@Navy.example");
    static final Identity ACCOUNT = new Identity("github", "1906");
    static final Inviter ADA = new Inviter(id(4), "Ada Lovelace", "ada@acme.example");
    static final InvitationToken LINK = new InvitationToken(GRACE, INVITATION, 1);

    private Story() {}

    public static UUID id(int number) {
        return new UUID(0x01980a5c_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    static InviteMember invite() {
        return new InviteMember(GRACE, INVITATION, CALLED, "Grace Hopper", ADDRESS, Role.DEVELOPER);
    }

    static MemberInvited invited(Role role) {
        return new MemberInvited(GRACE, ACME, INVITATION, "Grace Hopper", "Grace@Navy.example", role, ADA, EXPIRY);
    }

    static MemberInvited invited() {
        return invited(Role.DEVELOPER);
    }

    static MemberInvited adaInvited() {
        return new MemberInvited(ADA.memberId(), ACME, id(5), ADA.name(), ADA.email(), Role.ADMIN, null, EXPIRY);
    }

    static InvitationAccepted adaAccepted() {
        return new InvitationAccepted(ADA.memberId(), id(5), Role.ADMIN, null);
    }

    static InvitationResent resent(int issue, Instant expiry) {
        return new InvitationResent(GRACE, ACME, INVITATION, issue, "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER, ADA, expiry);
    }

    static InvitationAccepted accepted(Role role) {
        return new InvitationAccepted(GRACE, INVITATION, role, ACCOUNT);
    }

    static InvitationAccepted accepted() {
        return accepted(Role.DEVELOPER);
    }

    static InvitationExpired expired() {
        return new InvitationExpired(GRACE, INVITATION, EXPIRY);
    }

    static NewInvitationRequested requested() {
        return new NewInvitationRequested(GRACE, ACME, INVITATION, 1, "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER, ADA, EXPIRY);
    }

    public static Map<String, Object> byOperator(@Nullable UUID onBehalfOf) {
        return Map.of(CommandMetadata.EVENT_METADATA, new EventMetadata(ACME.id(), new Actor(Actor.Kind.OPERATOR, "operator"), onBehalfOf,
                null, "correlation", "causation", null, null, null));
    }

    static Map<String, Object> expecting(long version) {
        return Map.of(CommandMetadata.IF_MATCH, new IfMatch(Set.of(version), false));
    }
}
