package roster.command.organization;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

import roster.command.bus.CommandMetadata;
import roster.command.bus.IfMatch;
import roster.command.bus.PriorCommands;
import roster.command.member.Member;
import roster.command.membership.InvitationTerms;
import roster.command.membership.Memberships;
import roster.command.organization.OrganizationCommand.ChangeOrganizationLocale;
import roster.command.organization.OrganizationCommand.RegisterOrganization;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.SlugTaken;
import roster.contract.event.OrganizationEvent;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.mail.Language;

/** An organization, the tenant. */
public class RegisteredOrganization {
    @AggregateIdentifier private UUID id;
    private Language locale;

    /** For Axon, which applies the events afterwards. */
    @SuppressWarnings("NullAway.Init")
    RegisteredOrganization() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    RegisteredOrganization(RegisterOrganization command, Organizations organizations, Memberships memberships, InvitationTerms terms,
            PriorCommands prior) {
        if (organizations.isTaken(command.slug())) {
            throw new Rejected(new SlugTaken());
        }
        var organization = new roster.contract.event.Organization(command.organizationId(), command.slug(), command.name(),
                command.locale());
        // after the organization's event, so that no reader gets a member of an unknown organization
        apply(new OrganizationRegistered(organization.id(), organization.slug(), organization.name(), command.locale()))
                .andThen(() -> create(() -> Member.first(organization, command.admin(), memberships, terms, prior)));
    }

    @CommandHandlerInterceptor
    void check(OrganizationCommand command, @MetaDataValue(CommandMetadata.IF_MATCH) @Nullable IfMatch condition) {
        IfMatch.check(condition, AggregateLifecycle.getVersion());
    }

    @CommandHandler
    void changeLocale(ChangeOrganizationLocale command) {
        if (locale != command.locale()) {
            apply(new OrganizationLocaleChanged(id, locale, command.locale()));
        }
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
    void on(OrganizationEvent event) {
        switch (event) {
            case OrganizationRegistered it -> {
                id = it.organizationId();
                locale = Objects.requireNonNullElse(it.locale(), Language.ENGLISH);
            }
            case OrganizationLocaleChanged it -> locale = it.to();
        }
    }
}
