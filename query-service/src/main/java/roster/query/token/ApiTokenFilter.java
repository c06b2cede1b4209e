package roster.query.token;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenKind;
import roster.contract.role.Permission;
import roster.http.access.Caller;

/**
 * Which API tokens of an organization.
 *
 * @param onlyOf the member whose tokens are all that the caller may see; null for whoever may see any
 */
record ApiTokenFilter(UUID organizationId, TokenStatus status, @Nullable ApiTokenKind kind, @Nullable UUID ownerId,
        @Nullable UUID onlyOf) {
    /** Who does not manage members sees their own tokens, and who is no member either has none. */
    static @Nullable UUID onlyOf(Caller caller) {
        if (caller.memberId() == null) {
            caller.require(Permission.MEMBERS_MANAGE);
        }
        return caller.may(Permission.MEMBERS_MANAGE) ? null : caller.memberId();
    }
}
