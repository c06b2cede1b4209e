package roster.command.token;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import roster.command.store.InlineProjection;
import roster.contract.event.ApiTokenEvent;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.eventstore.InlineChange;
import roster.eventstore.NewEvent;

/** Projects revocations into {@code command.api_token}. {@link ApiTokens#register} inserts its rows. */
@Component
class ApiTokenProjection implements InlineProjection {
    @Override
    public Optional<InlineChange> of(NewEvent event) {
        return event.event() instanceof ApiTokenEvent it ? of(it) : Optional.empty();
    }

    private static Optional<InlineChange> of(ApiTokenEvent event) {
        return switch (event) {
            case ApiTokenCreated _ -> Optional.empty();
            case ApiTokenRevoked it -> Optional.of(
                    new InlineChange("update command.api_token set revoked = true where token_id = ?", List.of(it.tokenId())));
        };
    }
}
