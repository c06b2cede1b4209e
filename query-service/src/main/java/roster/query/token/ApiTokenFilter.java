package roster.query.token;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.access.control.Caller;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Permission;
import roster.query.moment.Cut;

/**
 * Filter of an organization's API tokens.
 *
 * @param onlyOf restricts the tokens to those of this member; null when the caller may see all
 * @param asOf   null for now
 */
record ApiTokenFilter(UUID organizationId, TokenStatus status, @Nullable ApiTokenKind kind, @Nullable UUID ownerId,
        @Nullable UUID onlyOf, @Nullable Cut asOf) {
    /** Members without {@code members.manage} see only their own tokens, in person; programs need the permission. */
    static @Nullable UUID onlyOf(Caller caller) {
        if (!caller.is(caller.memberId())) {
            caller.require(Permission.MEMBERS_MANAGE);
        }
        return caller.may(Permission.MEMBERS_MANAGE) ? null : caller.memberId();
    }
}
