package roster.console.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

import roster.console.organization.Membership;
import roster.console.service.Queries;
import roster.contract.role.Permission;

/** Reads a member's history from query-service. All of it is read, because the order is oldest first; few histories exceed one page. */
@Component
class History {
    private static final ParameterizedTypeReference<HistoryItem.Listing> ENTRIES = new ParameterizedTypeReference<>() {};
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final Queries queries;

    History(Queries queries) {
        this.queries = queries;
    }

    /** @param complete false when newer entries were left out, because there are too many */
    record Entries(List<HistoryItem> newestFirst, boolean complete) {}

    /** The member's own history, and that of all members for people who may read the audit log. */
    boolean isShown(Membership here, UUID member) {
        return here.memberId().equals(member) || here.may(Permission.AUDIT_READ);
    }

    Entries of(UUID organization, UUID member) {
        var entries = new ArrayList<HistoryItem>();
        String after = null;
        int pages = 0;
        do {
            var page = page(organization, member, after);
            entries.addAll(page.data());
            after = page.next();
        } while (after != null && ++pages < MOST_PAGES);
        return new Entries(entries.reversed(), after == null);
    }

    private HistoryItem.Listing page(UUID organization, UUID member, @Nullable String after) {
        return queries.get(uri -> uri.path("/organizations/{org}/members/{member}/history").queryParam("limit", PAGE)
                .queryParamIfPresent("after", Optional.ofNullable(after)).build(organization, member), ENTRIES);
    }
}
