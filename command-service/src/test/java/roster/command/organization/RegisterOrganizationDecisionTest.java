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
import roster.command.bus.PriorCommands;
import roster.command.member.FirstAdmin;
import roster.command.member.InMemoryMemberships;
import roster.command.membership.InvitationTerms;
import roster.command.organization.OrganizationCommand.ChangeOrganizationLocale;
import roster.command.organization.OrganizationCommand.RegisterOrganization;
import roster.command.rejection.Rejection.SlugTaken;
import roster.contract.email.EmailAddress;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.mail.Language;
import roster.contract.role.Role;

class RegisterOrganizationDecisionTest {
    private static final FirstAdmin ADA = new FirstAdmin(id(4), id(5), "Ada Lovelace", EmailAddress.of("ada@acme.example"));
    private static final RegisterOrganization REGISTER = new RegisterOrganization(ACME.id(), "acme", "Acme", Language.GERMAN, ADA);

    private final AggregateTestFixture<RegisteredOrganization> organization = new AggregateTestFixture<>(RegisteredOrganization.class);

    private static final PriorCommands NOTHING_BEFORE = prior -> {
        throw new AssertionError(prior);
    };
    private static final Organizations NO_OTHERS = _ -> false;
    private static final Organizations CROWDED = _ -> true;

    @BeforeEach
    void terms() {
        organization.registerInjectableResources(new InMemoryMemberships(),
                new InvitationTerms(LIFE, Clock.fixed(NOW, ZoneOffset.UTC)), NOTHING_BEFORE);
        organization.registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(
                (Object) ((Command) command.getPayload()).aggregateId(), null));
    }

    @Test
    void a_new_organization_invites_its_first_admin_without_an_inviter() {
        organization.registerInjectableResource(NO_OTHERS).givenNoPriorActivity().when(REGISTER, byOperator(null))
                .expectEvents(new OrganizationRegistered(ACME.id(), "acme", "Acme", Language.GERMAN),
                        new MemberInvited(ADA.memberId(), ACME,
                                ADA.invitationId(), "Ada Lovelace", "ada@acme.example", Role.ADMIN, null, EXPIRY));
    }

    @Test
    void its_language_is_changed_once() {
        var registered = new OrganizationRegistered(ACME.id(), "acme", "Acme", Language.ENGLISH);
        var changed = new OrganizationLocaleChanged(ACME.id(), Language.ENGLISH, Language.GERMAN);
        var change = new ChangeOrganizationLocale(ACME.id(), Language.GERMAN);

        organization.registerInjectableResource(NO_OTHERS);
        organization.given(registered).when(change).expectEvents(changed);
        organization.given(registered, changed).when(change).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void an_organization_from_before_there_were_languages_speaks_english() {
        var registered = new OrganizationRegistered(ACME.id(), "acme", "Acme", null);

        organization.registerInjectableResource(NO_OTHERS);
        organization.given(registered).when(new ChangeOrganizationLocale(ACME.id(), Language.ENGLISH))
                .expectSuccessfulHandlerExecution().expectNoEvents();
        organization.given(registered).when(new ChangeOrganizationLocale(ACME.id(), Language.GERMAN))
                .expectEvents(new OrganizationLocaleChanged(ACME.id(), Language.ENGLISH, Language.GERMAN));
    }

    @Test
    void a_slug_is_given_once() {
        organization.registerInjectableResource(CROWDED).givenNoPriorActivity().when(REGISTER, byOperator(null))
                .expectNoEvents().expectExceptionDetails(new SlugTaken());
    }
}
