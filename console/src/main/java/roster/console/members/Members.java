package roster.console.members;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.page.Place;
import roster.console.service.Queries;

/** Queries members from query-service. */
@Component
public class Members {
    private static final ParameterizedTypeReference<ListedMember> MEMBER = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ListedMember.Listing> MEMBERS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<RoleTotal.Listing> COUNTS = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    Members(Queries queries) {
        this.queries = queries;
    }

    Place.Rows<ListedMember> list(UUID organization, MemberSearch filter) {
        return filter.place().read((limit, cursor) -> {
            var page = queries.get(uri -> filter.uri(uri, organization, limit, cursor), MEMBERS);
            return new Place.Rows<>(page.data(), page.next());
        });
    }

    /**
     * Members whose name or address contains the words of a text, former members last.
     *
     * @param former true to search them, too
     */
    public List<ListedMember> search(UUID organization, String text, boolean former, int limit) {
        return Stream.of("", "deleted").filter(it -> it.isEmpty() || former)
                .map(it -> MemberSearch.text(text, it))
                .flatMap(filter -> queries.get(uri -> filter.uri(uri, organization, limit, null), MEMBERS).data().stream())
                .limit(limit).toList();
    }

    public ListedMember one(UUID organization, UUID member) {
        return queries.get(uri -> uri.path("/organizations/{org}/members/{member}").build(organization, member), MEMBER);
    }

    List<RoleTotal> counts(UUID organization, MemberSearch filter) {
        return queries.get(uri -> filter.countUri(uri, organization), COUNTS).data();
    }
}
