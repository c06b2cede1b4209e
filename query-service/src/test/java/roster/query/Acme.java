package roster.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Event;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.role.Role;
import roster.contract.role.Scope;

/** An organization for tests, with the events of its members. */
public record Acme(Organization organization, UUID ada) {
    public static final Instant NEXT_WEEK = Instant.parse("2031-05-08T10:00:00Z");

    /** An organization with a slug of its own that begins so: test classes share a database. */
    public static Acme named(String slug) {
        return exactly(slug + "-" + UUID.randomUUID().toString().substring(24));
    }

    public static Acme exactly(String slug) {
        return new Acme(new Organization(UUID.randomUUID(), slug, "Acme"), UUID.randomUUID());
    }

    public UUID id() {
        return organization.id();
    }

    public String path() {
        return "/organizations/" + organization.slug();
    }

    public Event[] founded() {
        return new Event[]{new OrganizationRegistered(id(), organization.slug(), organization.name(), null),
                new MemberInvited(ada, organization, UUID.randomUUID(), "Ada Lovelace", "ada@acme.example", Role.ADMIN, null, NEXT_WEEK),
                accepted(ada, Role.ADMIN)};
    }

    public MemberInvited invited(UUID member, String name, Role role) {
        return new MemberInvited(member, organization, UUID.randomUUID(), name, name.toLowerCase(Locale.ROOT).replace(' ', '.')
                + "@acme.example", role, new Inviter(ada, "Ada Lovelace", "ada@acme.example"), NEXT_WEEK);
    }

    public InvitationExpired expired(UUID member) {
        return new InvitationExpired(member, UUID.randomUUID(), NEXT_WEEK);
    }

    /** Events of a member who joins, and whose sign-in subject is the member id. */
    public Event[] joined(UUID member, String name, Role role) {
        return new Event[]{invited(member, name, role), accepted(member, role)};
    }

    public ApiTokenCreated token(UUID token, @Nullable UUID owner, Scope... scopes) {
        var kind = owner == null ? ApiTokenKind.ORGANIZATION : ApiTokenKind.PERSONAL;
        return new ApiTokenCreated(token, kind, owner, "for tests", List.of(scopes), null);
    }

    public InvitationAccepted accepted(UUID member, Role role) {
        return new InvitationAccepted(member, UUID.randomUUID(), role, new Identity(FreshDatabase.ISSUER, member.toString()));
    }
}
