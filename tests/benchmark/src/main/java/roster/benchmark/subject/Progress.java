package roster.benchmark.subject;

import java.sql.Connection;
import java.sql.SQLException;

import roster.systemtest.running.Roster;

/** Counts the results of invitations that readers have completed: e-mails accepted, their results recorded, views written. */
public final class Progress implements AutoCloseable {
    private static final int EMAILS_EACH = 2;
    /** The invitation, and the result of each e-mail. */
    private static final int EVENTS_EACH = 3;

    private final Emails emails;
    private final Connection connection;
    private final int emailsBefore;
    private final long positionBefore;

    Progress(Roster roster, Emails emails) {
        this.emails = emails;
        this.emailsBefore = emails.count();
        try {
            this.connection = roster.database();
            this.positionBefore = number("select coalesce(max(position), 0) from event_store.event");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Work that is due and not done.
     *
     * @param emails e-mails that the relay has not accepted
     * @param events events that are not recorded
     * @param views  events that are recorded and not in the views
     */
    public record Backlog(double emails, double events, double views) {
        public boolean isDone() {
            return emails <= 0 && events <= 0 && views <= 0;
        }
    }

    /** @param due invitations that should have been sent by now */
    public Backlog after(double due) {
        try {
            return new Backlog(EMAILS_EACH * due - (emails.count() - emailsBefore),
                    EVENTS_EACH * due - number("select count(*) from event_store.event where position > " + positionBefore),
                    number("""
                            select count(*) from event_store.event
                             where position > (select max(position) from views.generation where state = 'live')"""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
