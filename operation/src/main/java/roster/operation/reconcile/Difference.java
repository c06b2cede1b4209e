package roster.operation.reconcile;

import java.util.UUID;

/**
 * A member of whom two copies differ.
 *
 * @param what names the copies and fields that differ, without their values
 */
public record Difference(UUID memberId, String what) {
    @Override
    public String toString() {
        return "member " + memberId + ": " + what;
    }
}
