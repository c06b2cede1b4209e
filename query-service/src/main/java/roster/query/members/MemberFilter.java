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
    /** A text without words is no filter. */
    public MemberFilter { text = text == null || text.isEmpty() ? null : text; }

    /** Without a status, filters by the one that members with this status of their invitation have, so that an index finds them. */
    public static MemberFilter of(UUID organizationId, @Nullable MemberStatus status, @Nullable InvitationStatus invitation,
            @Nullable Role role, @Nullable SearchText text) {
        return new MemberFilter(organizationId, status == null ? of(invitation) : status, invitation, role, text);
    }

    private static @Nullable MemberStatus of(@Nullable InvitationStatus invitation) {
        return switch (invitation) {
            case null -> null;
            case ACCEPTED -> null;
            case PENDING, EXPIRED -> MemberStatus.INVITED;
            case DECLINED, REVOKED -> MemberStatus.DELETED;
        };
    }

    /** All members, or all deleted ones: those of which an index has the order. */
    MemberFilter withoutConditions() {
        return new MemberFilter(organizationId, status == MemberStatus.DELETED ? status : null, null, null, null);
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
            text.sql(sql, parameters);
        }
    }
}
