package roster.command.membership;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A query under a lock. Both are statements of one message. The query is a second statement, so that it sees what was committed while the
 * first one waited for the lock.
 *
 * @param lock     statement that takes a lock until the end of the transaction; returns one row
 * @param question query that returns one row
 */
record LockedQuestion(String lock, String question) {
    /** Maps the two rows. */
    interface Answer<L, T> {
        T of(L locked, ResultSet row) throws SQLException;
    }

    <T> T ask(NamedParameterJdbcTemplate jdbc, Map<String, ? extends @Nullable Object> parameters, RowMapper<T> answer) {
        return ask(jdbc, parameters, (_, _) -> true, (_, row) -> Objects.requireNonNull(answer.mapRow(row, 0)));
    }

    <L, T> T ask(NamedParameterJdbcTemplate jdbc, Map<String, ? extends @Nullable Object> parameters, RowMapper<L> locked,
            Answer<L, T> answer) {
        return Objects.requireNonNull(jdbc.execute(lock + ";\n" + question, parameters, statement -> ask(statement, locked, answer)));
    }

    private static <L, T> T ask(PreparedStatement statement, RowMapper<L> lock, Answer<L, T> answer) throws SQLException {
        statement.execute();
        var locked = Objects.requireNonNull(lock.mapRow(row(statement), 0));
        statement.getMoreResults();
        return answer.of(locked, row(statement));
    }

    private static ResultSet row(PreparedStatement statement) throws SQLException {
        var row = statement.getResultSet();
        row.next();
        return row;
    }
}
