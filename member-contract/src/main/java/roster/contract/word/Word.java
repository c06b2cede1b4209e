package roster.contract.word;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

/** An enum constant with one spelling everywhere outside of Java: in JSON, in parameters, in tables and on Kafka. */
public interface Word {
    String name();

    /** The spelling; usually the name in lower case. */
    @JsonValue
    default String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for an unknown word. */
    static <W extends Word> Optional<W> find(Class<W> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(it -> it.value().equals(text)).findFirst();
    }

    /** @throws IllegalArgumentException for an unknown word; the message lists the known ones */
    static <W extends Word> W read(Class<W> type, String text) {
        return find(type, text).orElseThrow(() -> new IllegalArgumentException("is not one of " + all(type)));
    }

    private static String all(Class<? extends Word> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::value).collect(Collectors.joining(", "));
    }
}
