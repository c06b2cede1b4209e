package roster.query.role;

import java.util.UUID;

import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.role.Role;

/**
 * Number of members of an organization with a role and a status, valid until there is one with a greater position.
 *
 * @param position position of the event that changed the number
 */
public record RoleCount(Key key, long position, long members) {
    public record Key(UUID organizationId, Role role, MemberStatus status) {
        static Key of(CurrentMember member) {
            return new Key(member.organizationId(), member.role(), member.status());
        }
    }
}
