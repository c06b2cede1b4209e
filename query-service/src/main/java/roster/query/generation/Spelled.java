package roster.query.generation;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import roster.query.http.Spelling;
import roster.sql.SqlType;

/** Column types of enums, stored as they are spelled in the API. */
public final class Spelled {
    private Spelled() {}

    public static <E extends Enum<E>> SqlType<E> as(Class<E> type) {
        Map<String, E> values = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(Spelling::of, Function.identity()));
        return SqlType.TEXT.as(text -> Objects.requireNonNull(values.get(text), text), Spelling::of);
    }
}
