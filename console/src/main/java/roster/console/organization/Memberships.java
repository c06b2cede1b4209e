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

    public List<Membership> mine() {
        return queries.get(uri -> uri.path("/me/organizations").build(), ANSWER).data();
    }
}
