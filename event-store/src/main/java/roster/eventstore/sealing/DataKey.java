package roster.eventstore.sealing;

import javax.crypto.SecretKey;

/** State of a member's data key in the key store. */
sealed interface DataKey {
    /** @param settled true when the transaction that created it has ended */
    record Usable(SecretKey key, boolean settled) implements DataKey {
        @Override
        public String toString() {
            return "Usable[***]";
        }
    }

    /** The member has been erased. */
    record Destroyed() implements DataKey {}

    /** The stored key cannot be unwrapped. */
    record Damaged() implements DataKey {}
}
