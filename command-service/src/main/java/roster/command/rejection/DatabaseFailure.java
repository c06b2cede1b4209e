package roster.command.rejection;

import java.sql.SQLException;
import java.util.Set;

import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.TransactionException;

/** Tells a database that cannot be used now from a statement that is wrong. */
final class DatabaseFailure {
    /** Connection lost, out of resources, lock or statement timeout, shutting down, deadlock, no connection left. */
    private static final Set<String> TEMPORARY = Set.of("08", "53", "55", "57", "58", "40", "25");

    private DatabaseFailure() {}

    static boolean isUnavailability(Exception e) {
        if (e instanceof TransactionException || e instanceof ConcurrencyException) {
            return true;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null || TEMPORARY.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }

    static String rootMessage(Exception e) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
}
