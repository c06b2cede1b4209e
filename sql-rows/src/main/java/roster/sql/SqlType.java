package roster.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A type of PostgreSQL, and the Java type of its values. Values are written as text, and read as the driver gives them.
 *
 * @param name      in SQL
 * @param parameter the type that one value of it has in a parameter with the values of many rows
 */
public record SqlType<V>(String name, String parameter, Function<V, String> writer, Reader<V> reader) {
    public static final SqlType<UUID> UUID = of("uuid", (row, column) -> row.getObject(column, UUID.class));
    public static final SqlType<String> TEXT = of("text", ResultSet::getString);
    /** Text that is ordered and compared byte by byte, independently of the collation libraries of the PostgreSQL host. */
    public static final SqlType<String> BYTEWISE_TEXT = new SqlType<>("text collate \"C\"", "text", Object::toString, ResultSet::getString);
    public static final SqlType<Integer> INTEGER = of("integer", (row, column) -> row.getObject(column, Integer.class));
    public static final SqlType<Long> BIGINT = of("bigint", (row, column) -> row.getObject(column, Long.class));
    public static final SqlType<Boolean> BOOLEAN = of("boolean", (row, column) -> row.getObject(column, Boolean.class));
    public static final SqlType<Instant> TIMESTAMPTZ = of("timestamptz", SqlType::instant);
    public static final SqlType<String> JSONB = of("jsonb", ResultSet::getString);
    public static final SqlType<byte[]> BYTEA = new SqlType<>("bytea", "bytea", bytes -> "\\x" + HexFormat.of().formatHex(bytes),
            ResultSet::getBytes);
    /** Lexemes to search for. Statistics would cost more than they tell: nothing but an index finds them. */
    public static final SqlType<String> TSVECTOR = new SqlType<>("tsvector", "text", Object::toString, ResultSet::getString);
    /** Written as text, because a PostgreSQL array cannot contain arrays of different lengths. */
    public static final SqlType<List<String>> TEXT_ARRAY = new SqlType<>("text[]", "text", SqlType::array, SqlType::texts);

    /** Reads a value from the current row. */
    @FunctionalInterface
    public interface Reader<V> {
        @Nullable
        V read(ResultSet row, String column) throws SQLException;
    }

    private static <V> SqlType<V> of(String name, Reader<V> reader) {
        return new SqlType<>(name, name, Object::toString, reader);
    }

    /** The same SQL type for another Java type that converts to and from this one. */
    public <W> SqlType<W> as(Function<V, W> read, Function<W, V> write) {
        return new SqlType<>(name, parameter, value -> writer.apply(write.apply(value)), (row, column) -> {
            var value = reader.read(row, column);
            return value == null ? null : read.apply(value);
        });
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String array(List<String> texts) {
        return texts.stream().map(it -> '"' + it.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }
}
