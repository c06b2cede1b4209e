package roster.query.token;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Caller;
import roster.access.requirement.Requires;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.consistency.ConsistentRead;
import roster.query.http.Cursors;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;

/** {@code /organizations/{org}/api-tokens}: the API tokens of an organization. */
@RestController
final class ApiTokenController {
    private final ApiTokenViews tokens;
    private final Cursors cursors;

    ApiTokenController(ApiTokenViews tokens, Cursors cursors) {
        this.cursors = cursors;
        this.tokens = tokens;
    }

    /**
     * Lists the API tokens of an organization, newest first. Without {@code members.manage}, members get only their own, and programs none.
     *
     * @param status only tokens with this status
     * @param kind   only tokens of this kind
     * @param owner  only personal tokens of this member
     * @param asOf   the tokens at a moment since the organization was registered; needs {@code audit.read}
     */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/organizations/{org}/api-tokens")
    Listing<ApiTokenView> list(Organization organization, Caller caller,
            @RequestParam(defaultValue = TokenStatus.DEFAULT) TokenStatus status,
            @RequestParam(required = false) @Nullable ApiTokenKind kind,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Moment asOf,
            ConsistentRead read) {
        var onlyOf = ApiTokenFilter.onlyOf(caller);
        return read.asOf(asOf, organization, caller, cut -> {
            var filter = new ApiTokenFilter(organization.id(), status, kind, owner, onlyOf, cut.isPast() ? cut : null);
            var page = ApiTokenPage.after(cursors, after, filter, limit);
            var found = tokens.read(page);
            boolean more = found.size() > limit.rows();
            var rows = more ? found.subList(0, limit.rows()) : found;
            return new Listing<>(rows, more ? page.cursorAfter(cursors, rows.getLast()) : null,
                    Long.toString(cut.position()));
        });
    }

    /**
     * Shows an API token. Without {@code members.manage}, members find only their own, and programs none.
     *
     * @param asOf the token at a moment since the organization was registered; needs {@code audit.read}
     */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/organizations/{org}/api-tokens/{token}")
    ApiTokenView one(Organization organization, Caller caller, @PathVariable UUID token,
            @RequestParam(required = false) @Nullable Moment asOf, ConsistentRead read,
            HttpServletResponse response) {
        var onlyOf = ApiTokenFilter.onlyOf(caller);
        var found = read.asOf(asOf, organization, caller,
                cut -> tokens.find(organization.id(), token, onlyOf, cut.isPast() ? cut : null).orElseThrow(QueryRejected::notFound));
        // for If-Match only: the last use changes without the version, so the answer is never 304
        response.setHeader(HttpHeaders.ETAG, "\"" + found.version() + "\"");
        return found;
    }
}
