package roster.console.tokens;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import roster.console.organization.Membership;
import roster.console.page.Place;
import roster.console.service.Queries;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;

/** Queries API tokens from query-service. */
@Component
public class ApiTokenClient {
    private static final ParameterizedTypeReference<ListedApiToken.Listing> TOKENS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ListedApiToken> TOKEN = new ParameterizedTypeReference<>() {};
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
        var found = active(here, owner);
        return new Count(found.data().size(), found.next() != null);
    }

    Place.Rows<ListedApiToken> list(Membership here, ApiTokenSearch filter) {
        return filter.place().read((limit, cursor) -> {
            var page = queries.get(uri -> filter.uri(uri, here.organizationId(), limit, cursor), TOKENS);
            return new Place.Rows<>(page.data(), page.next());
        });
    }

    /** @throws ServiceRejected when there is no such token */
    ListedApiToken read(Membership here, UUID token) {
        return queries.get(uri -> uri.path("/organizations/{org}/api-tokens/{token}").build(here.organizationId(), token), TOKEN);
    }

    /** Null for a token that is not found. */
    public @Nullable String name(Membership here, UUID token) {
        try {
            return read(here, token).name();
        } catch (ServiceRejected e) {
            if (e.problem().status() == HttpStatus.NOT_FOUND.value()) {
                return null;
            }
            throw e;
        }
    }

    private ListedApiToken.Listing active(Membership here, UUID owner) {
        return queries.get(uri -> uri.path("/organizations/{org}/api-tokens").queryParam("limit", MOST)
                .queryParam("owner", owner).build(here.organizationId()), TOKENS);
    }
}
