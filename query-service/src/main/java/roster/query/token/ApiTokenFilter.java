package roster.query.token;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.ApiTokenKind;
import roster.contract.role.Permission;
import roster.http.access.Caller;

/**
 * Filter of an organization's API tokens.
 *
 * @param onlyOf restricts the tokens to those of this member; null when the caller may see all
 */
record ApiTokenFilter(UUID organizationId, TokenStatus status, @Nullable ApiTokenKind kind, @Nullable UUID ownerId,
        @Nullable UUID onlyOf) {
    /** Callers who may not manage members see only their own tokens; those who are not members are denied. */
    static @Nullable UUID onlyOf(Caller caller) {
        if (caller.memberId() == null) {
            caller.require(Permission.MEMBERS_MANAGE);
        }
        return caller.may(Permission.MEMBERS_MANAGE) ? null : caller.memberId();
    }
}
