package roster.query.generation;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import roster.contract.word.Word;
import roster.sql.SqlType;

/** Column types of enums, stored as they are spelled in the API. */
public final class Spelled {
    private Spelled() {}

    public static <W extends Word> SqlType<W> as(Class<W> type) {
        Map<String, W> values = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(Word::value, Function.identity()));
        return SqlType.TEXT.as(text -> Objects.requireNonNull(values.get(text), text), Word::value);
    }
}
