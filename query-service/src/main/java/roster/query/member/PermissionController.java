package roster.query.member;

import java.util.Set;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.http.access.Requires;
import roster.http.access.Standings;
import roster.http.access.Standings.Standing;
import roster.http.openapi.Answered;
import roster.query.consistency.ConsistentRead;
import roster.query.problem.Rejected;

/** {@code …/permissions}: what a member may do at this very moment, wherever the views are. */
@RestController
final class PermissionController {
    private final Standings standings;
    private final MemberViews members;

    PermissionController(Standings standings, MemberViews members) {
        this.standings = standings;
        this.members = members;
    }

    /**
     * What a member may do.
     *
     * @param permissions none but of the active
     */
    record Permitted(UUID memberId, UUID organizationId, Role role, MemberStatus status, Set<Permission> permissions) {
        static Permitted of(Standing it) {
            return new Permitted(it.memberId(), it.organizationId(), it.role(), it.status(), it.permissions());
        }

        /** Whoever was a member and has no standing is deleted, whatever the view says yet. */
        static Permitted nothing(MemberView it) {
            return new Permitted(it.memberId(), it.organizationId(), it.role(), MemberStatus.DELETED, Set.of());
        }
    }

    /** What a member may do at this very moment. */
    @Answered(perhaps = "Consistency-Token")
    @Requires(Permission.MEMBERS_VIEW)
    @GetMapping("/organizations/{org}/members/{member}/permissions")
    Permitted permissions(Organization organization, @PathVariable UUID member, ConsistentRead read) {
        return standings.member(member).filter(it -> it.organizationId().equals(organization.id())).map(Permitted::of)
                .orElseGet(() -> read.answer(_ -> members.find(organization.id(), member).map(Permitted::nothing)
                        .orElseThrow(Rejected::notFound)));
    }
}
