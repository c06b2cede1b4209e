package roster.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;

/** A column in which every row has a value. */
public record Column<R, V>(String name, SqlType<V> type, Function<R, V> value) implements AnyColumn<R> {
    /** The value in the current row of a result. */
    public V of(ResultSet row) throws SQLException {
        return Objects.requireNonNull(type.reader().read(row, name), name);
    }

    @Override
    public String text(R row) {
        return type.writer().apply(value.apply(row));
    }
}
