package roster.query.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Spelling of enum constants in JSON, parameters and tables. */
public final class Spelling {
    private Spelling() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown value; the message lists the known ones */
    public static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(it -> of(it).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is not one of " + all(type)));
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).collect(Collectors.joining(", "));
    }
}
