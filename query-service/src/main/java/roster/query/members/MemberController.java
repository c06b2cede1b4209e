package roster.query.members;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Caller;
import roster.access.requirement.Requires;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.query.consistency.ConsistentRead;
import roster.query.http.Cursors;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;

/** {@code /organizations/{org}/members}: the members of an organization. */
@RestController
@RequestMapping("/organizations/{org}/members")
final class MemberController {
    private final MemberViews members;
    private final Cursors cursors;

    MemberController(MemberViews members, Cursors cursors) {
        this.cursors = cursors;
        this.members = members;
    }

    /**
     * Lists the members of an organization, by pages. Deleted members are for callers with {@code audit.read}, as are the inviters; the
     * delivery of invitation e-mails and requests for new invitations also for callers with {@code members.manage}.
     *
     * @param status     only members with this status; by default, all but deleted members; {@code deleted} needs {@code audit.read}
     * @param invitation only members whose invitation has this status; those with {@code expired} and the member status {@code invited} can
     *                   be invited again; those with {@code revoked} and {@code declined} are deleted members, and need {@code audit.read}
     * @param role       only members with this role
     * @param q          only members whose name or address contains each of these words, in any order, ignoring case and accents
     * @param order      sort order; descending with a minus sign; by {@code since}, later pages place members who accept meanwhile where
     *                   they were
     * @param asOf       the list at a moment since the organization was registered; needs {@code audit.read}
     */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping
    Listing<MemberView> list(Organization organization, Caller caller,
            @RequestParam(required = false) @Nullable MemberStatus status,
            @RequestParam(required = false) @Nullable InvitationStatus invitation,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable SearchText q,
            @RequestParam(defaultValue = MemberOrder.DEFAULT) MemberOrder order,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Moment asOf,
            ConsistentRead read) {
        var filter = MemberFilter.of(organization.id(), status, invitation, role, q);
        if (filter.status() == MemberStatus.DELETED) {
            caller.require(Permission.AUDIT_READ);
        }
        return read.asOf(asOf, organization, caller, cut -> {
            var page = MemberPage.after(cursors, after, filter, order, limit, cut);
            var visibility = Visibility.to(caller);
            var found = members.read(page);
            boolean more = found.size() > limit.rows();
            var rows = more ? found.subList(0, limit.rows()) : found;
            return new Listing<>(rows.stream().map(it -> MemberView.of(it, visibility)).toList(),
                    more ? page.cursorAfter(cursors, rows.getLast(), members.firstPage(page)) : null, Long.toString(cut.position()));
        });
    }

    /**
     * Shows a member. A deleted member is not found without {@code audit.read}.
     *
     * @param asOf the member at a moment since the organization was registered; needs {@code audit.read}
     */
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/{member}")
    ResponseEntity<MemberView> one(Organization organization, Caller caller, @PathVariable UUID member,
            @RequestParam(required = false) @Nullable Moment asOf, ConsistentRead read) {
        var visibility = Visibility.to(caller);
        var row = read.asOf(asOf, organization, caller,
                cut -> members.find(organization.id(), member, visibility, cut).orElseThrow(QueryRejected::notFound));
        var found = MemberView.of(row, visibility);
        return ResponseEntity.ok().eTag(Long.toString(found.version())).body(found);
    }
}
