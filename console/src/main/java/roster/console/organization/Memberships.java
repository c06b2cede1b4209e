package roster.console.organization;

import java.util.List;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.service.Queries;

/** Where the person at the screen belongs, at this very moment. */
@Component
public class Memberships {
    private static final ParameterizedTypeReference<Answer> ANSWER = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    Memberships(Queries queries) {
        this.queries = queries;
    }

    private record Answer(List<Membership> data) {}

    /** How an organization is called in paths; its id, when the person at the screen does not belong to it. */
    public String slugOf(String organizationId) {
        return mine().stream().filter(it -> it.organizationId().toString().equals(organizationId)).map(Membership::slug).findFirst()
                .orElse(organizationId);
    }

    public List<Membership> mine() {
        return queries.get(uri -> uri.path("/me/organizations").build(), ANSWER).data();
    }
}
