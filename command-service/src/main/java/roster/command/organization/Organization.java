package roster.command.organization;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import java.util.concurrent.Callable;

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
    Organization(RegisterOrganization command, Organizations organizations, Memberships memberships, InvitationTerms terms) {
        var organization = new roster.contract.event.Organization(command.organizationId(), command.slug(), command.name());
        organizations.register(organization);
        // Afterwards: no reader is to meet a member of an organization that it has not heard of.
        apply(new OrganizationRegistered(organization.id(), organization.slug(), organization.name()))
                .andThen(() -> create(() -> Member.first(organization, command.admin(), memberships, terms)));
    }

    private static void create(Callable<Member> member) {
        try {
            AggregateLifecycle.createNew(Member.class, member);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @EventSourcingHandler
    void on(OrganizationRegistered event) {
        id = event.organizationId();
    }
}
