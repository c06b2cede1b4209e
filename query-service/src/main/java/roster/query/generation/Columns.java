package roster.query.generation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The columns of a table in their order, and how rows travel there: as one array per column, or as lines of COPY. */
public final class Columns<R> {
    private static final String NULL = "\\N";

    private final List<Function<R, @Nullable Object>> values;

    private Columns(List<Function<R, @Nullable Object>> values) {
        this.values = values;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // it is only read
    public static <R> Columns<R> of(Function<R, @Nullable Object>... values) {
        return new Columns<>(Arrays.stream(values).toList());
    }

    /** For {@code unnest(?::uuid[], ?::text[], …)}. */
    public List<Object> arrays(Collection<R> rows) {
        return values.stream().<Object>map(column -> rows.stream().map(row -> text(column.apply(row))).toArray(String[]::new)).toList();
    }

    /** In COPY's text format. */
    public void line(R row, StringBuilder copy) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                copy.append('\t');
            }
            var text = text(values.get(i).apply(row));
            if (text == null) {
                copy.append(NULL);
            } else {
                escape(text, copy);
            }
        }
        copy.append('\n');
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void escape(String text, StringBuilder copy) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> copy.append("\\\\");
                case '\t' -> copy.append("\\t");
                case '\n' -> copy.append("\\n");
                case '\r' -> copy.append("\\r");
                default -> copy.append(text.charAt(i));
            }
        }
    }
}
