package roster.command.organization;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import roster.command.member.InvitationTerms;
import roster.command.member.Member;
import roster.command.member.Memberships;
import roster.command.organization.OrganizationCommand.RegisterOrganization;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;

/** The tenant. */
public class Organization {
    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private UUID id;

    /** For Axon, which fills it from its events. */
    @SuppressWarnings("NullAway.Init")
    Organization() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Organization(RegisterOrganization command, Organizations organizations, Memberships memberships, InvitationTerms terms)
            throws Exception {
        var organization = new roster.contract.event.Organization(command.organizationId(), command.slug(), command.name());
        organizations.register(organization);
        apply(new OrganizationRegistered(organization.id(), organization.slug(), organization.name()));
        AggregateLifecycle.createNew(Member.class, () -> Member.first(organization, command.admin(), memberships, terms));
    }

    @EventSourcingHandler
    void on(OrganizationRegistered event) {
        id = event.organizationId();
    }
}
