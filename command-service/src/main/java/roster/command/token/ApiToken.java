package roster.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

import roster.command.bus.CommandMetadata;
import roster.command.bus.IfMatch;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.NotFound;
import roster.command.token.ApiTokenCommand.CreateApiToken;
import roster.command.token.ApiTokenCommand.RevokeApiToken;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.EventMetadata;

/** An API token, from creation to revocation. Expiry is a property and has no event. */
public class ApiToken {
    private static final Duration LONGEST_LIFE = Duration.ofDays(3_653);

    @AggregateIdentifier private UUID id;
    private UUID organizationId;
    private @Nullable UUID ownerId;
    private boolean revoked;

    /** For Axon, which applies the events afterwards. */
    @SuppressWarnings("NullAway.Init")
    ApiToken() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    ApiToken(CreateApiToken command, ApiTokens tokens, Clock clock) {
        requireOwner(command);
        requireToBeOfUse(command.expiresAt(), clock.instant());
        tokens.register(command);
        apply(new ApiTokenCreated(command.tokenId(), command.kind(), command.ownerId(), command.name(), command.scopes(),
                command.expiresAt()));
    }

    private static void requireOwner(CreateApiToken command) {
        if (command.kind() == ApiTokenKind.PERSONAL && command.ownerId() == null) {
            throw invalid("/kind", "a personal token can only be created by a member in person");
        }
    }

    private static void requireToBeOfUse(@Nullable Instant expiry, Instant now) {
        if (expiry != null && !expiry.isAfter(now)) {
            throw invalid("/expiresAt", "is not in the future");
        }
        if (expiry != null && expiry.isAfter(now.plus(LONGEST_LIFE))) {
            throw invalid("/expiresAt", "is more than ten years in the future");
        }
    }

    private static Rejected invalid(String pointer, String detail) {
        return new Rejected(new Invalid(Invalid.Source.POINTER, pointer, detail));
    }

    @CommandHandlerInterceptor
    void check(ApiTokenCommand command, @MetaDataValue(CommandMetadata.IF_MATCH) @Nullable IfMatch condition) {
        if (!command.organizationId().equals(organizationId)) {
            throw new Rejected(new NotFound());
        }
        IfMatch.check(condition, AggregateLifecycle.getVersion());
    }

    @CommandHandler
    void revoke(RevokeApiToken command) {
        if (!revoked) {
            apply(new ApiTokenRevoked(id, ownerId));
        }
    }

    @EventSourcingHandler
    void on(ApiTokenCreated event, @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        id = event.tokenId();
        organizationId = metadata.organizationId();
        ownerId = event.ownerId();
    }

    @EventSourcingHandler
    void on(ApiTokenRevoked event) {
        revoked = true;
    }
}
