package roster.eventstore.sealing;

import java.util.List;
import java.util.UUID;

/** A wrapped data key of a member, to be stored. */
public final class NewKey {
    private final UUID memberId;
    private final String masterKeyId;
    private final byte[] wrapped;

    NewKey(UUID memberId, String masterKeyId, byte[] wrapped) {
        this.memberId = memberId;
        this.masterKeyId = masterKeyId;
        this.wrapped = wrapped;
    }

    /** Parameters for {@code unnest(?::text[], ?::text[], ?::bytea[])}. */
    public static List<Object> columns(List<NewKey> keys) {
        return List.of(
                keys.stream().map(it -> it.memberId.toString()).toArray(String[]::new),
                keys.stream().map(it -> it.masterKeyId).toArray(String[]::new),
                keys.stream().map(it -> it.wrapped).toArray(byte[][]::new));
    }
}
