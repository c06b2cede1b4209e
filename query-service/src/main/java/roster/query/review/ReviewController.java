package roster.query.review;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.access.control.Caller;
import roster.access.requirement.Requires;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.query.consistency.ConsistentRead;
import roster.query.generation.LiveViews;
import roster.query.http.Downloads;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.moment.Moment;

/** {@code /organizations/{org}/access-review}: who has access to an organization, since when, and by whom. */
@RestController
final class ReviewController {
    private static final String PATH = "/organizations/{org}/access-review";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReviewPages pages;
    private final ReviewManifests manifests;
    private final Downloads downloads;
    private final LiveViews views;
    private final Reviews reviews;
    private final LastUses uses;

    ReviewController(ReviewPages pages, ReviewManifests manifests, Downloads downloads, LiveViews views, Reviews reviews, LastUses uses) {
        this.pages = pages;
        this.manifests = manifests;
        this.downloads = downloads;
        this.views = views;
        this.reviews = reviews;
        this.uses = uses;
    }

    /**
     * Lists who has access to an organization or may get it: its members in the order of their names, and then its valid API tokens. Each with
     * the event that gave the access, its author and reason, the last change, the last confirmation, and the last use. Accept {@code text/csv}
     * to get all of them as a file.
     *
     * @param status only members with this status; by default, all but deleted members, and tokens
     * @param role   only members with this role
     * @param asOf   the review at a moment since the organization was registered
     * @param usage  whether to include the last sign-ins and the last uses of API tokens, which change without an event; by default they are in
     *               JSON, and not in a file, which a manifest describes without them
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(PATH)
    Listing<ReviewedAccess> list(Organization organization, Caller caller,
            @RequestParam(required = false) @Nullable MemberStatus status, @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Moment asOf, @RequestParam(required = false) @Nullable Boolean usage,
            ConsistentRead read) {
        var filter = new ReviewFilter(organization.id(), status, role);
        return read.asOf(asOf, organization, caller, cut -> pages.read(filter, cut, limit, after, !Boolean.FALSE.equals(usage)));
    }

    /**
     * Writes the review as a file, members in the order of their invitation.
     *
     * @param status only members with this status; by default, all but deleted members, and tokens
     * @param role   only members with this role
     * @param asOf   the review at a moment since the organization was registered
     * @param usage  true to add the last sign-ins and the last uses of API tokens: a manifest does not describe such a file
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(path = PATH, produces = "text/csv")
    ResponseEntity<StreamingResponseBody> export(Organization organization, Caller caller,
            @RequestParam(required = false) @Nullable MemberStatus status, @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Moment asOf, @RequestParam(defaultValue = "false") boolean usage,
            ConsistentRead read) {
        var filter = new ReviewFilter(organization.id(), status, role);
        return downloads.begin(CSV, new ReviewFile(views, reviews, uses, filter, read.fix(asOf, organization, caller),
                Boolean.TRUE.equals(usage)));
    }

    /**
     * Describes the CSV file of the review: its query with the position, its number of lines, and its SHA-256. The query gives the same bytes at
     * any time, until a member is erased.
     *
     * @param status only members with this status; by default, all but deleted members, and tokens
     * @param role   only members with this role
     * @param asOf   the review at a moment since the organization was registered
     */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(PATH + "/manifest")
    ReviewManifest manifest(Organization organization, Caller caller, @RequestParam(required = false) @Nullable MemberStatus status,
            @RequestParam(required = false) @Nullable Role role, @RequestParam(required = false) @Nullable Moment asOf,
            ConsistentRead read) {
        var filter = new ReviewFilter(organization.id(), status, role);
        var cut = read.fix(asOf, organization, caller);
        return downloads.admitted(() -> manifests.of(filter, cut));
    }
}
