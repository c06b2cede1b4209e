package roster.systemtest.trial.driver;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The answer that a command must get, and the events that it must record.
 *
 * @param code    code of the problem; empty for success
 * @param version version of the aggregate in the answer; null when it is unknown
 */
public record Prediction(int status, String code, List<Expected> events, @Nullable Long version) {
    /** @param aggregate null for one that the command creates, whose id is in the answer */
    public record Expected(String type, @Nullable String aggregate) {}

    public static Prediction rejected(int status, String code) {
        return new Prediction(status, code, List.of(), null);
    }

    /** With events of aggregates that the command creates. */
    public static Prediction creates(String... types) {
        return new Prediction(201, "", Stream.of(types).map(it -> new Expected(it, null)).toList(), 0L);
    }

    /**
     * With events of an existing aggregate.
     *
     * @param version its version before
     */
    public static Prediction changes(int status, String aggregate, long version, String... types) {
        return new Prediction(status, "", Stream.of(types).map(it -> new Expected(it, aggregate)).toList(), version + types.length);
    }

    /** With a further event, of another aggregate. */
    Prediction and(String type, String aggregate) {
        return new Prediction(status, code, Stream.concat(events.stream(), Stream.of(new Expected(type, aggregate))).toList(), version);
    }

    Prediction ofUnknownVersion() {
        return new Prediction(status, code, events, null);
    }

    public boolean isSuccess() {
        return code.isEmpty();
    }
}
