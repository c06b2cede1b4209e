package roster.http.problem;

import java.sql.SQLException;
import java.util.Set;

import org.springframework.transaction.TransactionException;

/** Distinguishes a temporarily unavailable database from a wrong statement. */
final class DatabaseFailure {
    /** SQLSTATE classes: connection lost, transaction state, rollback, out of resources, lock not available, timeout or shutdown, system error. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private DatabaseFailure() {}

    static boolean isPassing(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return e instanceof TransactionException;
    }
}
