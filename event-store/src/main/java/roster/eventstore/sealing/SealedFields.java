package roster.eventstore.sealing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sealed fields of one event, as stored beside it: number of members (1 byte) and their ids (16 bytes each); then, for each field, the
 * index of its member (1 byte), its length (2 bytes) and its content. Damaged bytes are read as far as possible.
 */
public final class SealedFields {
    private static final int ID = 2 * Long.BYTES;
    private static final int BEFORE_CONTENT = Byte.BYTES + Short.BYTES;
    private static final int LONGEST = Short.toUnsignedInt((short) -1);
    private static final byte[] NOTHING = {};

    private final List<UUID> members = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();

    private static final class Field {
        /** Index of its member. */
        private final int key;
        private final byte[] content;

        Field(int key, byte[] content) {
            this.key = key;
            this.content = content;
        }
    }

    SealedFields() {}

    public static SealedFields of(byte[] stored) {
        var sealed = new SealedFields();
        if (stored.length > 0) {
            sealed.read(ByteBuffer.wrap(stored));
        }
        return sealed;
    }

    private void read(ByteBuffer stored) {
        try {
            for (int count = Byte.toUnsignedInt(stored.get()); count > 0; count--) {
                members.add(new UUID(stored.getLong(), stored.getLong()));
            }
            while (stored.hasRemaining()) {
                int key = Byte.toUnsignedInt(stored.get());
                var content = new byte[Short.toUnsignedInt(stored.getShort())];
                stored.get(content);
                fields.add(new Field(key, content));
            }
        } catch (BufferUnderflowException _) {
            // damaged: the remaining fields read as absent
        }
    }

    /** The members whose data keys seal the fields. */
    List<UUID> members() {
        return members;
    }

    /** @return its index */
    int add(UUID member, byte[] content) {
        if (content.length > LONGEST) {
            throw new IllegalArgumentException("is too long to be sealed: " + content.length + " bytes");
        }
        int key = members.indexOf(member);
        if (key < 0) {
            key = members.size();
            members.add(member);
        }
        fields.add(new Field(key, content));
        return fields.size() - 1;
    }

    /** The member whose key seals the field; empty when there is no field at that index. */
    public Optional<UUID> member(int place) {
        return field(place).map(it -> it.key).filter(it -> it < members.size()).map(members::get);
    }

    byte[] content(int place) {
        return field(place).map(it -> it.content).orElse(NOTHING);
    }

    private Optional<Field> field(int place) {
        return place >= 0 && place < fields.size() ? Optional.of(fields.get(place)) : Optional.empty();
    }

    public byte[] stored() {
        if (fields.isEmpty()) {
            return NOTHING;
        }
        int length = fields.stream().mapToInt(it -> BEFORE_CONTENT + it.content.length).sum();
        var stored = ByteBuffer.allocate(Byte.BYTES + ID * members.size() + length).put((byte) members.size());
        members.forEach(it -> stored.putLong(it.getMostSignificantBits()).putLong(it.getLeastSignificantBits()));
        fields.forEach(it -> stored.put((byte) it.key).putShort((short) it.content.length).put(it.content));
        return stored.array();
    }
}
