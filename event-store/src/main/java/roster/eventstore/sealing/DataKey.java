package roster.eventstore.sealing;

import javax.crypto.SecretKey;

/** The key of a member, as the key store has it. */
sealed interface DataKey {
    /** @param settled whether the transaction that made it has ended */
    record Usable(SecretKey key, boolean settled) implements DataKey {
        @Override
        public String toString() {
            return "Usable[***]";
        }
    }

    /** The member has been erased. */
    record Destroyed() implements DataKey {}

    /** What the key store has does not open. */
    record Damaged() implements DataKey {}
}
