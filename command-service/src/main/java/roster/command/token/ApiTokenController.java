package roster.command.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.credential.ApiTokenSecret;
import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.http.Created;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.NotFound;
import roster.command.retry.ShownOnce;
import roster.command.store.UuidV7;
import roster.command.text.Name;
import roster.command.text.NameText;
import roster.command.text.ReasonText;
import roster.command.token.ApiTokenCommand.CreateApiToken;
import roster.command.token.ApiTokenCommand.RevokeApiToken;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Organization;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;

/** {@code /organizations/{org}/api-tokens}: commands on API tokens. */
@RestController
@RequestMapping(path = "/organizations/{org}/api-tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiTokenController {
    private final ApiTokens tokens;

    ApiTokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A new API token.
     *
     * @param name      name, such as its purpose
     * @param kind      {@code personal} for the caller's own token, which ends with the membership, or {@code organization}
     * @param scopes    scopes, which determine its rights
     * @param expiresAt time of expiry; without it, the token is valid until it is revoked
     */
    record Creation(@NotNull @NameText String name, @NotNull ApiTokenKind kind, @NotEmpty List<@NotNull Scope> scopes,
            @Nullable Instant expiresAt) {}

    /**
     * A created API token.
     *
     * @param ownerId owner of a personal token; null for an organization token
     * @param name    null in a stored response that is repeated after the owner was erased
     * @param secret  the secret, shown only once; null in the response to a repeated request
     */
    record CreatedApiToken(UUID tokenId, UUID organizationId, ApiTokenKind kind, @Nullable UUID ownerId, @Nullable String name,
            List<Scope> scopes, Instant createdAt, @Nullable Instant expiresAt, @Nullable String secret) implements ShownOnce {
        static CreatedApiToken of(RecordedEvent recorded, ApiTokenSecret secret) {
            var it = (ApiTokenCreated) recorded.event();
            return new CreatedApiToken(it.tokenId(), recorded.organizationId(), it.kind(), it.ownerId(), it.name(), it.scopes(),
                    recorded.recordedAt(), it.expiresAt(), secret.reveal());
        }

        @Override
        public CreatedApiToken repeated() {
            return new CreatedApiToken(tokenId, organizationId, kind, ownerId, name, scopes, createdAt, expiresAt, null);
        }

        @Override
        public String toString() {
            return "CreatedApiToken[" + tokenId + "]";
        }
    }

    /** Creates an API token. It cannot have more rights than its creator. The response is the only one that contains the secret. */
    @PostMapping
    Created<CreatedApiToken> create(Organization organization, @Valid @RequestBody Creation creation, CommandSender sender) {
        var secret = ApiTokenSecret.random();
        var owner = creation.kind == ApiTokenKind.PERSONAL ? sender.caller().memberId() : null;
        var command = new CreateApiToken(UuidV7.next(), organization.id(), creation.kind, owner, Name.of(creation.name),
                creation.scopes.stream().distinct().sorted().toList(), creation.expiresAt, SecretHash.of(secret.sha256()));
        return sender.create(command, "/organizations/" + organization.slug() + "/api-tokens/" + command.tokenId(),
                outcome -> CreatedApiToken.of(outcome.recorded(ApiTokenCreated.class), secret));
    }

    /**
     * Revokes an API token, with effect from the next request.
     *
     * @param reason reason, for the history
     */
    @DeleteMapping("/{token}")
    Answer<Void> revoke(Organization organization, @PathVariable UUID token,
            @RequestParam(required = false) @Nullable @ReasonText String reason, CommandSender sender) {
        var holder = tokens.find(organization.id(), token).orElseThrow(() -> new Rejected(new NotFound()));
        var command = new RevokeApiToken(token, organization.id(), holder.ownerId().orElse(null));
        return sender.because(reason).send(command);
    }
}
