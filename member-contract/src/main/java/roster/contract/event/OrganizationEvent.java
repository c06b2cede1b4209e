package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.Language;

/** Events of an organization. */
public sealed interface OrganizationEvent extends Event {
    UUID organizationId();

    @Override
    default UUID aggregateId() {
        return organizationId();
    }

    /** @param locale language of its e-mails; null in events from before there was another one than English */
    @StoredAs("organization.registered")
    record OrganizationRegistered(UUID organizationId, String slug, String name, @Nullable Language locale)
            implements
                OrganizationEvent {}

    /** The language of its e-mails changed. */
    @StoredAs("organization.locale_changed")
    record OrganizationLocaleChanged(UUID organizationId, Language from, Language to) implements OrganizationEvent {}
}
