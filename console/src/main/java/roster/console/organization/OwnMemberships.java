package roster.console.organization;

import java.util.Arrays;
import java.util.List;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.service.Queries;
import roster.console.service.ServiceRejected;
import roster.console.signin.account.Provider;
import roster.console.signin.account.SignedIn;

/** Current memberships of the user. */
@Component
public class OwnMemberships {
    private static final ParameterizedTypeReference<Answer> ANSWER = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    OwnMemberships(Queries queries) {
        this.queries = queries;
    }

    private static final ParameterizedTypeReference<Accounts> ACCOUNTS = new ParameterizedTypeReference<>() {};

    private record Answer(List<Membership> data) {}

    private record Accounts(List<String> providers) {}

    /** The slug of an organization; its id when the user is not a member. */
    public String slugOf(String organizationId) {
        return mine().stream().filter(it -> it.organizationId().toString().equals(organizationId)).map(Membership::slug).findFirst()
                .orElse(organizationId);
    }

    /** Other providers with which members sign in who have a verified address of the user. Empty when they are not known. */
    public List<Provider> otherProviders(SignedIn person) {
        try {
            var known = queries.get(uri -> uri.path("/me/accounts").build(), ACCOUNTS).providers();
            return Arrays.stream(Provider.values()).filter(it -> it != person.provider() && known.contains(it.id())).toList();
        } catch (ServiceRejected _) {
            return List.of();
        }
    }

    public List<Membership> mine() {
        return queries.get(uri -> uri.path("/me/organizations").build(), ANSWER).data();
    }
}
