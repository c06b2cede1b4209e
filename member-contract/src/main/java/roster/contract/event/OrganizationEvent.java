package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The life of an organization. */
public sealed interface OrganizationEvent extends Event {
    UUID organizationId();

    @Override
    default UUID aggregateId() {
        return organizationId();
    }

    /** @param locale of its letters; null in events from before there was another one than English */
    @StoredAs("organization.registered")
    record OrganizationRegistered(UUID organizationId, String slug, String name, @Nullable Language locale)
            implements
                OrganizationEvent {}

    /** From now on its letters are written in another language. */
    @StoredAs("organization.locale_changed")
    record OrganizationLocaleChanged(UUID organizationId, Language from, Language to) implements OrganizationEvent {}
}
