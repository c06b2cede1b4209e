package roster.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;

import roster.console.organization.Membership;
import roster.console.service.Queries;
import roster.console.service.QueryParameters;

/** Reads access reviews from query-service. */
@Component
class AccessReviewPages {
    /** Lines that a page shows, so that it can be printed completely; a file has all of them. */
    static final int MOST = 1_000;
    private static final int AT_ONCE = 200;
    private static final ParameterizedTypeReference<ListedAccess.Page> PAGE = new ParameterizedTypeReference<>() {};

    private final Queries queries;

    AccessReviewPages(Queries queries) {
        this.queries = queries;
    }

    /**
     * @param more     true when there are more lines than a page shows
     * @param position position that the lines are of
     */
    record Found(List<ListedAccess> lines, boolean more, String position) {}

    /** The lines of the review. Those of the first page and those of later ones are of one moment, unless something changes meanwhile. */
    Found find(Membership here, ReviewSearch search) {
        var lines = new ArrayList<ListedAccess>();
        var first = page(here, search, null);
        var page = first;
        lines.addAll(page.data());
        while (page.next() != null && lines.size() < MOST) {
            page = page(here, search, page.next());
            lines.addAll(page.data());
        }
        return new Found(lines, page.next() != null, first.position());
    }

    private ListedAccess.Page page(Membership here, ReviewSearch search, @Nullable String after) {
        return queries.get(uri -> query(uri, "", here).and("role", search.role()).and("asOf", search.past().instant()).and("limit", AT_ONCE)
                .and("after", after).build(), PAGE);
    }

    /** @param part empty for the review itself */
    static QueryParameters query(UriBuilder uri, String part, Membership here) {
        return new QueryParameters(uri, "/organizations/{org}/access-review" + part, Map.of("org", here.organizationId()));
    }
}
