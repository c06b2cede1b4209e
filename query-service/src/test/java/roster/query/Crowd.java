package roster.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Event;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
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
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.contract.role.Scope;

/** Generates random but valid events of an organization's members and tokens. The same choices give the same events. */
public final class Crowd {
    private static final Instant SOME_DAY = Instant.parse("2031-05-08T10:00:00Z");

    private enum Life {
        INVITED(Crowd::mailed, Crowd::resent, Crowd::accepted, Crowd::accepted, Crowd::accepted, Crowd::declined, Crowd::revoked,
                Crowd::expired,
                Crowd::changed, Crowd::confirmed, Crowd::renamed, Crowd::deleted),
        EXPIRED(Crowd::mailed, Crowd::resent, Crowd::requested, Crowd::changed, Crowd::renamed, Crowd::deleted),
        REQUESTED(Crowd::resent, Crowd::changed, Crowd::renamed, Crowd::deleted),
        ACTIVE(Crowd::changed, Crowd::confirmed, Crowd::moved, Crowd::renamed, Crowd::suspended, Crowd::deleted),
        SUSPENDED(Crowd::reactivated, Crowd::moved, Crowd::changed, Crowd::renamed, Crowd::deleted),
        ENDED(Crowd::erased),
        ERASED;

        private final List<Function<Person, Event>> next;

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read
        Life(Function<Person, Event>... next) {
            this.next = Arrays.stream(next).toList();
        }
    }

    private static final class Person {
        final UUID id;
        final UUID invitation;
        final Organization organization;
        Life life = Life.INVITED;
        Role role = Role.DEVELOPER;
        int issue = 1;
        int news;
        int renamings;

        Person(Organization organization, long number) {
            this.organization = organization;
            this.id = id(organization, "member " + number);
            this.invitation = id(organization, "invitation " + number);
        }

        private static UUID id(Organization organization, String what) {
            return UUID.nameUUIDFromBytes((organization.id() + what).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Organization organization;
    private final List<Person> people = new ArrayList<>();
    private final List<UUID> tokens = new ArrayList<>();
    private int tokensEver;

    public Crowd(UUID organizationId) {
        organization = new Organization(organizationId, "crowd-" + organizationId, "Crowd");
    }

    public Organization organization() {
        return organization;
    }

    public Stream<Event> events(Stream<Integer> choices) {
        return Stream.concat(Stream.of(new OrganizationRegistered(organization.id(), organization.slug(), organization.name(), null)),
                choices.map(this::next));
    }

    private Event next(int choice) {
        if (choice % 11 == 1) {
            return tokens.isEmpty() || choice % 2 == 0 ? token(choice)
                    : new ApiTokenRevoked(tokens.remove(choice / 11 % tokens.size()), null);
        }
        var living = people.stream().filter(it -> it.life != Life.ERASED).toList();
        if (living.isEmpty() || choice % 3 == 0) {
            return invite();
        }
        var person = living.get(choice / 3 % living.size());
        return person.life.next.get(choice / 7 % person.life.next.size()).apply(person);
    }

    private Event token(int choice) {
        var id = Person.id(organization, "token " + tokensEver++);
        tokens.add(id);
        var owner = people.stream().filter(it -> it.life == Life.ACTIVE).map(it -> it.id).findFirst().orElse(null);
        var scopes = choice % 5 == 0 ? List.of(Scope.values()) : List.of(Scope.AUDIT);
        return new ApiTokenCreated(id, owner == null ? ApiTokenKind.ORGANIZATION : ApiTokenKind.PERSONAL, owner, "Token\t" + choice, scopes,
                choice % 7 == 0 ? null : SOME_DAY.plusSeconds(choice));
    }

    private Event invite() {
        var person = new Person(organization, people.size());
        var inviter = people.isEmpty() ? null : new Inviter(people.getFirst().id, "The First", "first@crowd.example");
        people.add(person);
        return new MemberInvited(person.id, organization, person.invitation, "Name\t\\" + people.size() % 5, people.size()
                + "@crowd.example", person.role, inviter, SOME_DAY);
    }

    private static MemberEvent resent(Person it) {
        it.life = Life.INVITED;
        it.issue++;
        return new InvitationResent(it.id, it.organization, it.invitation, it.issue, "New Name", it.issue + "@new.example", it.role, null,
                SOME_DAY.plusSeconds(it.issue));
    }

    /** A delivery result; sometimes of an e-mail that a newer one has replaced. */
    private static Event mailed(Person it) {
        it.news++;
        int issue = it.news % 3 == 0 ? 1 : it.issue;
        var recipient = it.news % 2 == 0 ? MailRecipient.INVITEE : MailRecipient.INVITER;
        return it.news % 5 < 3
                ? new InvitationMailSent(it.invitation, it.id, issue, recipient)
                : new InvitationMailFailed(it.invitation, it.id, issue, recipient, MailFailure.MAILBOX_FULL, "552 5.2.2");
    }

    private static MemberEvent accepted(Person it) {
        it.life = Life.ACTIVE;
        return new InvitationAccepted(it.id, it.invitation, it.role, null);
    }

    private static MemberEvent declined(Person it) {
        it.life = Life.ENDED;
        return new InvitationDeclined(it.id, it.invitation);
    }

    private static MemberEvent revoked(Person it) {
        it.life = Life.ENDED;
        return new InvitationRevoked(it.id, it.invitation);
    }

    private static MemberEvent expired(Person it) {
        it.life = Life.EXPIRED;
        return new InvitationExpired(it.id, it.invitation, SOME_DAY);
    }

    private static MemberEvent requested(Person it) {
        it.life = Life.REQUESTED;
        return new NewInvitationRequested(it.id, it.organization, it.invitation, it.issue, "New Name", it.issue + "@new.example", it.role,
                null,
                SOME_DAY);
    }

    private static MemberEvent changed(Person it) {
        var from = it.role;
        it.role = switch (from) {
            case ADMIN -> Role.ENDPOINT_USER;
            case DEVELOPER -> Role.ADMIN;
            case ENDPOINT_USER -> Role.DEVELOPER;
        };
        return new MemberRoleChanged(it.id, from, it.role);
    }

    private static MemberEvent confirmed(Person it) {
        return new MemberAccessConfirmed(it.id, it.role);
    }

    private static MemberEvent renamed(Person it) {
        it.renamings++;
        return new MemberNameChanged(it.id, "Name before " + it.renamings, "Name after " + it.renamings);
    }

    private static MemberEvent moved(Person it) {
        it.renamings++;
        return new MemberEmailChanged(it.id, it.organization, it.invitation, "Name", it.role, MemberStatus.ACTIVE, "before@moved.example",
                it.renamings + "@moved.example");
    }

    private static MemberEvent suspended(Person it) {
        it.life = Life.SUSPENDED;
        return new MemberSuspended(it.id);
    }

    private static MemberEvent reactivated(Person it) {
        it.life = Life.ACTIVE;
        return new MemberReactivated(it.id);
    }

    private static MemberEvent erased(Person it) {
        it.life = Life.ERASED;
        return new MemberErased(it.id);
    }

    private static MemberEvent deleted(Person it) {
        it.life = Life.ENDED;
        return new MemberDeleted(it.id, MemberStatus.ACTIVE);
    }
}
