package roster.command.organization;

import static roster.command.member.Story.ACME;
import static roster.command.member.Story.EXPIRY;
import static roster.command.member.Story.LIFE;
import static roster.command.member.Story.NOW;
import static roster.command.member.Story.byOperator;
import static roster.command.member.Story.id;

import java.time.Clock;
import java.time.ZoneOffset;

import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import roster.command.bus.Command;
import roster.command.member.EmailAddress;
import roster.command.member.FirstAdmin;
import roster.command.member.InMemoryMemberships;
import roster.command.member.InvitationTerms;
import roster.command.organization.OrganizationCommand.RegisterOrganization;
import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.SlugTaken;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.role.Role;

class RegisterOrganizationDecisionTest {
    private static final FirstAdmin ADA = new FirstAdmin(id(4), id(5), "Ada Lovelace", EmailAddress.of("ada@acme.example"));
    private static final RegisterOrganization REGISTER = new RegisterOrganization(ACME.id(), "acme", "Acme", ADA);

    private final AggregateTestFixture<Organization> organization = new AggregateTestFixture<>(Organization.class);

    /** Knows nobody but those who have been registered here. */
    private static final class NoOthers implements Organizations {
        @Override
        public void register(roster.contract.event.Organization it) {}
    }

    /** Every slug is taken. */
    private static final class Crowded implements Organizations {
        @Override
        public void register(roster.contract.event.Organization it) {
            throw new Refused(new SlugTaken());
        }
    }

    @BeforeEach
    void terms() {
        organization.registerInjectableResources(new InMemoryMemberships(),
                new InvitationTerms(LIFE, Clock.fixed(NOW, ZoneOffset.UTC)));
        organization.registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(
                (Object) ((Command) command.getPayload()).aggregateId(), null));
    }

    @Test
    void a_new_organization_invites_its_first_admin_in_nobodys_name() {
        organization.registerInjectableResource(new NoOthers()).givenNoPriorActivity().when(REGISTER, byOperator(null))
                .expectEvents(new OrganizationRegistered(ACME.id(), "acme", "Acme"), new MemberInvited(ADA.memberId(), ACME,
                        ADA.invitationId(), "Ada Lovelace", "ada@acme.example", Role.ADMIN, null, EXPIRY));
    }

    @Test
    void a_slug_is_given_once() {
        organization.registerInjectableResource(new Crowded()).givenNoPriorActivity().when(REGISTER, byOperator(null))
                .expectNoEvents().expectExceptionDetails(new SlugTaken());
    }
}
