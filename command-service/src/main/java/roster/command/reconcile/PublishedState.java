package roster.command.reconcile;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32C;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import roster.command.kafka.Headers;
import roster.contract.kafka.MemberState;
import roster.contract.kafka.MemberStateJson;
import roster.contract.kafka.MemberStateTopic;

/**
 * Digest of the last record of a member on the topic of states.
 *
 * @param sequence {@link #UNKNOWN} when the record has none
 * @param hash     hash of the value; {@link #UNKNOWN} for a value that is not a state
 */
record PublishedState(long sequence, boolean hasEnded, long hash, boolean isOfThisStore) {
    static final long UNKNOWN = -1;

    static PublishedState of(ConsumerRecord<String, @Nullable String> record, UUID store) {
        var value = record.value();
        return new PublishedState(sequence(record), value == null, value == null ? 0 : hash(value),
                store.toString().equals(Headers.text(record, MemberStateTopic.STORE)));
    }

    private static long sequence(ConsumerRecord<?, ?> record) {
        var text = Headers.text(record, MemberStateTopic.SEQUENCE);
        try {
            return text == null ? UNKNOWN : Long.parseLong(text);
        } catch (NumberFormatException _) {
            return UNKNOWN;
        }
    }

    /** Of the state that was read: its JSON may have been written by another version. */
    private static long hash(String value) {
        try {
            return hash(MemberStateJson.read(value));
        } catch (JacksonException _) {
            return UNKNOWN;
        }
    }

    private static long hash(MemberState state) {
        var hash = new CRC32C();
        hash.update(MemberStateJson.write(state).getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }

    boolean shows(MemberState state) {
        return hasEnded ? state.hasEnded() : !state.hasEnded() && hash == hash(state);
    }
}
