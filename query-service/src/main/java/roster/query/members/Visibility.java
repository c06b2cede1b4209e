package roster.query.members;

import roster.access.control.Caller;
import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.role.Permission;

/**
 * The part of an organization's members that a caller is shown beyond the members who are here now.
 *
 * @param audited deleted members, and the members who acted on others
 * @param managed delivery of invitation e-mails, and requests for new invitations
 */
public record Visibility(boolean audited, boolean managed) {
    public static Visibility to(Caller caller) {
        boolean audited = caller.may(Permission.AUDIT_READ);
        return new Visibility(audited, audited || caller.may(Permission.MEMBERS_MANAGE));
    }

    boolean includes(CurrentMember member) {
        return audited || member.status() != MemberStatus.DELETED;
    }
}
