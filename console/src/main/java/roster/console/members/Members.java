package roster.console.members;

import java.util.List;
import java.util.UUID;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.service.Queries;

/** Queries members from query-service. */
@Component
public class Members {
    private static final ParameterizedTypeReference<Member> MEMBER = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Member.Listing> MEMBERS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<RoleCount.Listing> COUNTS = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    Members(Queries queries) {
        this.queries = queries;
    }

    Member.Listing list(UUID organization, MemberFilter filter) {
        return queries.get(uri -> filter.uri(uri, organization), MEMBERS);
    }

    public Member one(UUID organization, UUID member) {
        return queries.get(uri -> uri.path("/organizations/{org}/members/{member}").build(organization, member), MEMBER);
    }

    List<RoleCount> counts(UUID organization) {
        return queries.get(uri -> uri.path("/organizations/{org}/roles").build(organization), COUNTS).data();
    }
}
