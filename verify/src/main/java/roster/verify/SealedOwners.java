package roster.verify;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose keys seal the fields of an event: read from the sealed bytes, without opening them. */
record SealedOwners(List<UUID> owners) {
    /** Damaged bytes are read as far as possible. */
    static SealedOwners of(byte[] sealed) {
        var owners = new ArrayList<UUID>();
        var bytes = ByteBuffer.wrap(sealed);
        try {
            var members = new ArrayList<UUID>();
            for (int count = bytes.hasRemaining() ? Byte.toUnsignedInt(bytes.get()) : 0; count > 0; count--) {
                members.add(new UUID(bytes.getLong(), bytes.getLong()));
            }
            while (bytes.hasRemaining()) {
                owners.add(members.get(Byte.toUnsignedInt(bytes.get())));
                bytes.position(bytes.position() + Short.BYTES + Short.toUnsignedInt(bytes.getShort(bytes.position())));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            // the hash of the event is wrong, too
        }
        return new SealedOwners(owners);
    }

    Optional<UUID> owner(int place) {
        return place >= 0 && place < owners.size() ? Optional.of(owners.get(place)) : Optional.empty();
    }
}
