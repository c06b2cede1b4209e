package roster.command.organization;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import roster.command.store.InlineProjection;
import roster.contract.event.OrganizationEvent;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.mail.Language;
import roster.eventstore.InlineChange;
import roster.eventstore.NewEvent;

/** Projects organizations into {@code command.organization}, with unique slugs. */
@Component
class OrganizationProjection implements InlineProjection {
    private static final String REGISTERED = "insert into command.organization (organization_id, slug, name, locale) values (?, ?, ?, ?)";
    private static final String LOCALE_CHANGED = "update command.organization set locale = ? where organization_id = ?";

    @Override
    public Optional<InlineChange> of(NewEvent event) {
        return event.event() instanceof OrganizationEvent it ? Optional.of(of(it)) : Optional.empty();
    }

    private static InlineChange of(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered it -> new InlineChange(REGISTERED, List.of(it.organizationId(), it.slug(), it.name(),
                    Objects.requireNonNullElse(it.locale(), Language.ENGLISH).value()));
            case OrganizationLocaleChanged it -> new InlineChange(LOCALE_CHANGED, List.of(it.to().value(), it.organizationId()));
        };
    }
}
