package roster.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The columns of the rows {@code R} in their order, and the SQL and the parameters that follow from them. */
public final class Columns<R> {
    private static final String NULL = "\\N";

    private final List<AnyColumn<R>> columns;

    public Columns() {
        this.columns = new ArrayList<>();
    }

    /** The same columns, and more to come. */
    public Columns(Columns<R> others) {
        this.columns = new ArrayList<>(others.columns);
    }

    /** The same columns for rows that contain these rows, and more to come. */
    public <S> Columns<S> of(Function<S, R> part) {
        var of = new Columns<S>();
        columns.forEach(it -> of.columns.add(of(it, part)));
        return of;
    }

    private static <R, S> AnyColumn<S> of(AnyColumn<R> column, Function<S, R> part) {
        return switch (column) {
            case Column<R, ?> it -> of(it, part);
            case NullableColumn<R, ?> it -> of(it, part);
        };
    }

    private static <R, S, V> Column<S, V> of(Column<R, V> column, Function<S, R> part) {
        return new Column<>(column.name(), column.type(), it -> column.value().apply(part.apply(it)));
    }

    private static <R, S, V> NullableColumn<S, V> of(NullableColumn<R, V> column, Function<S, R> part) {
        return new NullableColumn<>(column.name(), column.type(), it -> column.value().apply(part.apply(it)));
    }

    /** Adds a column in which every row has a value. */
    public <V> Column<R, V> add(String name, SqlType<V> type, Function<R, V> value) {
        return added(new Column<>(name, type, value));
    }

    /** Adds a column in which a row may have no value. */
    public <V> NullableColumn<R, V> addNullable(String name, SqlType<V> type, Function<R, @Nullable V> value) {
        return added(new NullableColumn<>(name, type, value));
    }

    private <C extends AnyColumn<R>> C added(C column) {
        columns.add(column);
        return column;
    }

    public List<AnyColumn<R>> inOrder() {
        return Collections.unmodifiableList(columns);
    }

    /** {@code a, b, c}. */
    public String names() {
        return names(it -> it);
    }

    /** @param expression of a column, by its name */
    public String names(UnaryOperator<String> expression) {
        return columns.stream().map(AnyColumn::name).map(expression).collect(Collectors.joining(", "));
    }

    /** {@code select a, b, c::text[] from unnest(?::uuid[], …) as alias (a, b, c)}: the rows whose {@link #arrays} are the parameters. */
    public String selectUnnest(String alias) {
        return "select " + columns.stream().map(Columns::value).collect(Collectors.joining(", ")) + " from " + unnest(alias);
    }

    /** {@code unnest(?::uuid[], ?::bigint[], …) as alias (a, b, …)}, each in the type of its parameter. */
    public String unnest(String alias) {
        var parameters = columns.stream().map(it -> "?::" + it.type().parameter() + "[]").collect(Collectors.joining(", "));
        return "unnest(" + parameters + ") as " + alias + " (" + names() + ")";
    }

    private static String value(AnyColumn<?> column) {
        var type = column.type();
        return type.name().equals(type.parameter()) ? column.name() : column.name() + "::" + type.name();
    }

    /** The parameters of {@link #unnest}: an array for each column. */
    public List<Object> arrays(Collection<R> rows) {
        return columns.stream().<Object>map(column -> rows.stream().map(column::text).toArray(String[]::new)).toList();
    }

    /** Adds a row in the text format of {@code COPY}. */
    public void copy(R row, StringBuilder to) {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                to.append('\t');
            }
            var text = columns.get(i).text(row);
            if (text == null) {
                to.append(NULL);
            } else {
                escape(text, to);
            }
        }
        to.append('\n');
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(text.charAt(i));
            }
        }
    }
}
