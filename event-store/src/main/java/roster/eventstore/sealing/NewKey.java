package roster.eventstore.sealing;

import java.util.List;
import java.util.UUID;

/**
 * The key of a member as it is to be stored.
 *
 * @param wrapped in base64
 */
public record NewKey(UUID memberId, String masterKeyId, String wrapped) {
    /** For {@code unnest(?::text[], ?::text[], ?::text[])}. */
    public static List<Object> columns(List<NewKey> keys) {
        return List.of(
                keys.stream().map(it -> it.memberId.toString()).toArray(String[]::new),
                keys.stream().map(it -> it.masterKeyId).toArray(String[]::new),
                keys.stream().map(it -> it.wrapped).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return "NewKey[" + memberId + "]";
    }
}
