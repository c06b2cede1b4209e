package roster.query.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enums as they are spelled outside of Java: in JSON, in parameters and in tables. */
public final class Spelling {
    private Spelling() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException listing what there is, for anything else */
    public static <E extends Enum<E>> E read(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(it -> of(it).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of " + all(type)));
    }

    private static String all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).collect(Collectors.joining(", "));
    }
}
