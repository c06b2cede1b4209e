package roster.sql;

import org.jspecify.annotations.Nullable;

/** A column of the rows {@code R}. */
public sealed interface AnyColumn<R> permits Column, NullableColumn {
    String name();

    SqlType<?> type();

    /** The value that a row has in it, as PostgreSQL reads it; null for none. */
    @Nullable
    String text(R row);
}
