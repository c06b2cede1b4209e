package roster.command.member;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.access.requirement.Requires;
import roster.command.access.LinkBearer;
import roster.command.access.Owned;
import roster.command.access.OwnerOnly;
import roster.command.access.SystemOnly;
import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.Organization;
import roster.contract.invitation.InvitationToken;
import roster.contract.role.Permission;
import roster.contract.role.Role;

/** Commands on a member. */
public sealed interface MemberCommand extends Command {
    UUID memberId();

    @Override
    default UUID aggregateId() {
        return memberId();
    }

    /** A command that may remove the right to invite from a member, which ends the member's pending invitations. */
    interface InviterRemoval {
        /** True when the sender takes the invitations over: they are sent again in the sender's name. */
        boolean takesOverInvitations();
    }

    /** Needs both permissions, because an invitation adds a user and assigns a role. */
    @Requires({Permission.MEMBERS_MANAGE, Permission.ROLES_MANAGE})
    record InviteMember(UUID memberId, UUID invitationId, Organization organization, String name, EmailAddress email, Role role)
            implements
                MemberCommand,
                Creation {
        @Override
        public UUID organizationId() {
            return organization.id();
        }
    }

    @Requires(Permission.MEMBERS_MANAGE)
    record ResendInvitation(UUID memberId, UUID organizationId) implements MemberCommand {}

    @Requires(Permission.MEMBERS_MANAGE)
    record RevokeInvitation(UUID memberId, UUID organizationId) implements MemberCommand {}

    /**
     * Accepts an invitation.
     *
     * @param verified addresses that an identity provider or an operator has verified, one of which must be the invited one
     * @param identity account at the identity provider; null for none
     */
    @LinkBearer
    record AcceptInvitation(UUID organizationId, InvitationToken token, List<EmailAddress> verified, @Nullable Identity identity)
            implements
                MemberCommand {
        @Override
        public UUID memberId() {
            return token.memberId();
        }
    }

    @LinkBearer
    record DeclineInvitation(UUID organizationId, InvitationToken token) implements MemberCommand {
        @Override
        public UUID memberId() {
            return token.memberId();
        }
    }

    /** Asks the inviter for a new invitation when this one has expired. */
    @LinkBearer
    record AskForNewInvitation(UUID organizationId, InvitationToken token) implements MemberCommand {
        @Override
        public UUID memberId() {
            return token.memberId();
        }
    }

    @SystemOnly
    record ExpireInvitation(UUID memberId, UUID organizationId) implements MemberCommand {}

    @Requires(Permission.ROLES_MANAGE)
    record ChangeMemberRole(UUID memberId, UUID organizationId, Role role, boolean takesOverInvitations)
            implements
                MemberCommand,
                InviterRemoval {}

    /** Confirms in a periodic review that the member is to keep the role, which must be the current one. */
    @Requires(Permission.ROLES_MANAGE)
    record ConfirmMemberAccess(UUID memberId, UUID organizationId, Role role) implements MemberCommand {}

    /** Members may change their own name. */
    @Requires(Permission.MEMBERS_MANAGE)
    record ChangeMemberName(UUID memberId, UUID organizationId, String name) implements MemberCommand, Owned {
        @Override
        public UUID owner() {
            return memberId;
        }
    }

    /** Changes the address of a member. A pending or expired invitation is sent again to the new address. */
    @Requires(Permission.MEMBERS_MANAGE)
    record ChangeMemberEmail(UUID memberId, UUID organizationId, EmailAddress email) implements MemberCommand {}

    /** Lets the member sign in with another account, too. {@code identity} is proven to be the member's. */
    @OwnerOnly
    record LinkAccount(UUID memberId, UUID organizationId, UUID accountId, Identity identity) implements MemberCommand, Owned {
        @Override
        public UUID owner() {
            return memberId;
        }
    }

    /** Members may unlink their own accounts. */
    @Requires(Permission.MEMBERS_MANAGE)
    record UnlinkAccount(UUID memberId, UUID organizationId, UUID accountId) implements MemberCommand, Owned {
        @Override
        public UUID owner() {
            return memberId;
        }
    }

    @Requires(Permission.MEMBERS_MANAGE)
    record SuspendMember(UUID memberId, UUID organizationId, boolean takesOverInvitations) implements MemberCommand, InviterRemoval {}

    @Requires(Permission.MEMBERS_MANAGE)
    record ReactivateMember(UUID memberId, UUID organizationId) implements MemberCommand {}

    /** Members may also leave by themselves. */
    @Requires(Permission.MEMBERS_MANAGE)
    record DeleteMember(UUID memberId, UUID organizationId, boolean takesOverInvitations) implements MemberCommand, InviterRemoval, Owned {
        @Override
        public UUID owner() {
            return memberId;
        }
    }

    /** Erases a deleted member. */
    @Requires(Permission.MEMBERS_MANAGE)
    record EraseMember(UUID memberId, UUID organizationId) implements MemberCommand {}
}
