package roster.console.organization;

import java.util.List;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.service.Queries;

/** Current memberships of the user. */
@Component
public class OwnMemberships {
    private static final ParameterizedTypeReference<Answer> ANSWER = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    OwnMemberships(Queries queries) {
        this.queries = queries;
    }

    private record Answer(List<Membership> data) {}

    /** The slug of an organization; its id when the user is not a member. */
    public String slugOf(String organizationId) {
        return mine().stream().filter(it -> it.organizationId().toString().equals(organizationId)).map(Membership::slug).findFirst()
                .orElse(organizationId);
    }

    public List<Membership> mine() {
        return queries.get(uri -> uri.path("/me/organizations").build(), ANSWER).data();
    }
}
