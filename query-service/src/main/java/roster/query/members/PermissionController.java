package roster.query.members;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Caller;
import roster.access.credential.Standings;
import roster.access.credential.Standings.Standing;
import roster.access.requirement.Requires;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.member.CurrentMember;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.query.consistency.PastRead;
import roster.query.generation.LiveViews;
import roster.query.member.MemberRow;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;

/** {@code /organizations/{org}/members/{member}/permissions}: current permissions of a member, independent of the views. */
@RestController
final class PermissionController {
    private final Standings standings;
    private final LiveViews views;
    private final MemberViews members;

    PermissionController(Standings standings, LiveViews views, MemberViews members) {
        this.standings = standings;
        this.views = views;
        this.members = members;
    }

    /**
     * Current permissions of a member.
     *
     * @param permissions empty unless the member is active
     */
    record MemberPermissions(UUID memberId, UUID organizationId, Role role, MemberStatus status, Set<Permission> permissions) {
        static MemberPermissions of(Standing it) {
            return new MemberPermissions(it.memberId(), it.organizationId(), it.role(), it.status(), it.permissions());
        }

        static MemberPermissions of(CurrentMember it) {
            return of(new Standing(it.memberId(), it.organizationId(), it.role(), it.status()));
        }

        /** A former member: deleted, even if the view does not show it yet. */
        static MemberPermissions none(CurrentMember it) {
            return new MemberPermissions(it.memberId(), it.organizationId(), it.role(), MemberStatus.DELETED, Set.of());
        }
    }

    /**
     * Shows the permissions of a member. Only active members have any. A deleted member is not found without {@code audit.read}.
     *
     * @param asOf those at a moment since the organization was registered, by today's permissions of the role then; needs {@code audit.read}
     */
    @Requires(Permission.DECISIONS_READ)
    @GetMapping("/organizations/{org}/members/{member}/permissions")
    MemberPermissions read(Organization organization, Caller caller, @PathVariable UUID member,
            @RequestParam(required = false) @Nullable Moment asOf, PastRead past) {
        if (asOf != null) {
            return past.read().asOf(asOf, organization, caller, cut -> members.find(organization.id(), member, Visibility.to(caller), cut)
                    .map(it -> MemberPermissions.of(it.member())).orElseThrow(QueryRejected::notFound));
        }
        return standings.member(member).filter(it -> it.organizationId().equals(organization.id())).map(MemberPermissions::of)
                .orElseGet(() -> former(organization, caller, member).map(MemberPermissions::none).orElseThrow(QueryRejected::notFound));
    }

    private Optional<CurrentMember> former(Organization organization, Caller caller, UUID member) {
        var visibility = Visibility.to(caller);
        return visibility.audited()
                ? views.read(_ -> members.find(organization.id(), member, visibility).map(MemberRow::member))
                : Optional.empty();
    }
}
