package roster.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** A column in which a row may have no value. */
public record NullableColumn<R, V>(String name, SqlType<V> type, Function<R, @Nullable V> value) implements AnyColumn<R> {
    /** The value in the current row of a result; null for none. */
    public @Nullable V of(ResultSet row) throws SQLException {
        return type.reader().read(row, name);
    }

    @Override
    public @Nullable String text(R row) {
        var present = value.apply(row);
        return present == null ? null : type.writer().apply(present);
    }
}
