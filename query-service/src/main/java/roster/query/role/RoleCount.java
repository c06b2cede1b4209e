package roster.query.role;

import java.util.UUID;

import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.role.Role;

/** How many members of an organization have a role and a status. */
public record RoleCount(Key key, long members) {
    public record Key(UUID organizationId, Role role, MemberStatus status) {
        static Key of(CurrentMember member) {
            return new Key(member.organizationId(), member.role(), member.status());
        }
    }
}
