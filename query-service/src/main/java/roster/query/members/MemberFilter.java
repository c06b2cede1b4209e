package roster.query.members;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/**
 * Filter of an organization's members.
 *
 * @param status     null for all but deleted members
 * @param invitation status of the invitation; null for any
 */
public record MemberFilter(UUID organizationId, @Nullable MemberStatus status, @Nullable InvitationStatus invitation, @Nullable Role role,
        @Nullable SearchText text) {
    /** Filters deleted members where only they can have the invitation, which ended their membership. */
    public static MemberFilter of(UUID organizationId, @Nullable MemberStatus status, @Nullable InvitationStatus invitation,
            @Nullable Role role,
            @Nullable SearchText text) {
        boolean ended = invitation == InvitationStatus.REVOKED || invitation == InvitationStatus.DECLINED;
        return new MemberFilter(organizationId, status == null && ended ? MemberStatus.DELETED : status, invitation, role, text);
    }

    MemberFilter with(MemberStatus only) {
        return new MemberFilter(organizationId, only, invitation, role, text);
    }

    /** Appends the conditions, each after {@code and}, except that for the organization. */
    void sql(StringBuilder sql, List<Object> parameters) {
        // added even when filtering by a status, because the ordering indexes contain only these rows
        if (status != MemberStatus.DELETED) {
            sql.append(" and status <> 'deleted'");
        }
        if (status != null) {
            sql.append(" and status = ?");
            parameters.add(status.value());
        }
        if (invitation != null) {
            sql.append(" and invitation_status = ?");
            parameters.add(invitation.value());
        }
        if (role != null) {
            sql.append(" and role = ?");
            parameters.add(role.value());
        }
        if (text != null) {
            text.patterns().forEach(pattern -> {
                sql.append(" and (name_key like ? or email_key like ?)");
                parameters.addAll(List.of(pattern, pattern));
            });
        }
    }
}
