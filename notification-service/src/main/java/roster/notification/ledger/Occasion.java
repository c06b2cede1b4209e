package roster.notification.ledger;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Why a letter is owed. */
public sealed interface Occasion {
    /** Somebody is invited, or invited again. */
    record Invited() implements Occasion {}

    /**
     * An invitation has expired, and whoever got it asks for another.
     *
     * @param organizationId of which they want to be a member, and where the inviter can see to it
     */
    record Requested(UUID organizationId) implements Occasion {}

    static Occasion of(@Nullable UUID requestedOf) {
        return requestedOf == null ? new Invited() : new Requested(requestedOf);
    }
}
