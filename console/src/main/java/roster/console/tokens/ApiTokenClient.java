package roster.console.tokens;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.organization.Membership;
import roster.console.page.Place;
import roster.console.service.Queries;
import roster.contract.role.Permission;

/** Queries API tokens from query-service. */
@Component
public class ApiTokenClient {
    private static final ParameterizedTypeReference<ListedApiToken.Listing> TOKENS = new ParameterizedTypeReference<>() {};
    private static final int MOST = 200;

    private final Queries queries;

    ApiTokenClient(Queries queries) {
        this.queries = queries;
    }

    /** @param more true when there are more than counted */
    public record Count(int counted, boolean more) {}

    /** True when the user may see the tokens of a member: their own, or all when they may manage members. */
    public boolean areShown(Membership here, UUID owner) {
        return here.memberId().equals(owner) || here.may(Permission.MEMBERS_MANAGE);
    }

    /** Number of active tokens of a member. */
    public Count howMany(Membership here, UUID owner) {
        var found = active(here, owner, null);
        return new Count(found.data().size(), found.next() != null);
    }

    Place.Rows<ListedApiToken> list(Membership here, ApiTokenSearch filter) {
        return filter.place().read((limit, cursor) -> {
            var page = queries.get(uri -> filter.uri(uri, here.organizationId(), limit, cursor), TOKENS);
            return new Place.Rows<>(page.data(), page.next());
        });
    }

    /** Finds an active token by reading the list, because the API has no query for a single one. */
    Optional<ListedApiToken> find(Membership here, UUID token) {
        String after = null;
        do {
            var page = active(here, null, after);
            var found = page.data().stream().filter(it -> it.tokenId().equals(token)).findFirst();
            if (found.isPresent()) {
                return found;
            }
            after = page.next();
        } while (after != null);
        return Optional.empty();
    }

    private ListedApiToken.Listing active(Membership here, @Nullable UUID owner, @Nullable String after) {
        return queries.get(uri -> uri.path("/organizations/{org}/api-tokens").queryParam("limit", MOST)
                .queryParamIfPresent("owner", Optional.ofNullable(owner)).queryParamIfPresent("after", Optional.ofNullable(after))
                .build(here.organizationId()), TOKENS);
    }
}
