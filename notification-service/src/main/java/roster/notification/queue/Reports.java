package roster.notification.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.contract.mail.MailFailure;
import roster.notification.entry.Told;

/** Results that are not reported yet. They are leased to one process; when its lease expires, another process can lease them. */
@Component
public final class Reports {
    private static final String OWED = "occasion = 'invited' and status in ('sent', 'failed') and reported is distinct from status"
            + " and report_ended_at is null";
    private static final String TAKE = """
            update notification.letter as letter set report_at = now() + :lease * interval '1 ms'
              from (select event_id, recipient from notification.letter where %s and report_at <= now()
                     order by report_at limit :limit for update skip locked) as next
             where letter.event_id = next.event_id and letter.recipient = next.recipient
            returning letter.*""".formatted(OWED);

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leases at most {@code limit} reports. */
    public List<Report> take(int limit, Duration lease) {
        return jdbc.sql(TAKE).param("limit", limit).param("lease", lease.toMillis()).query((row, _) -> report(row)).list();
    }

    public void made(List<Report> made) {
        update(made, "reported = told, reported_at = now(), report_at = now(), report_rejections = 0");
    }

    /** Undoes leases. */
    public void putBack(List<Report> taken) {
        update(taken, "report_at = now()");
    }

    private void update(List<Report> some, String change) {
        if (!some.isEmpty()) {
            jdbc.sql("update notification.letter set " + change + " from " + Report.COLUMNS.unnest("its")
                    + " where letter.event_id = its.event_id and letter.recipient = its.recipient")
                    .params(Report.COLUMNS.arrays(some)).update();
        }
    }

    /** Counts a rejection, and schedules another attempt after {@code pause}. */
    public void rejected(Report report, Duration pause) {
        update(report, "report_rejections = report_rejections + 1, report_at = now() + ? * interval '1 ms'", pause.toMillis());
    }

    /** Ends the attempts: command-service will never accept the report. */
    public void ended(Report report) {
        update(report, "report_rejections = report_rejections + 1, report_ended_at = now()");
    }

    private void update(Report report, String change, Object... values) {
        jdbc.sql("update notification.letter set " + change + " where event_id = ? and recipient = ?")
                .params(values).param(report.id().eventId()).param(report.id().recipient().value())
                .update();
    }

    /** Number of results that are not reported, and waiting time of the oldest. */
    public Backlog owed() {
        return jdbc.sql("select count(*) as emails, coalesce(extract(epoch from now() - min(settled_at)), 0) * 1000 as age"
                + " from notification.letter where " + OWED)
                .query((row, _) -> new Backlog(row.getLong("emails"), Duration.ofMillis(row.getLong("age")))).single();
    }

    private static Report report(ResultSet row) throws SQLException {
        var failed = row.getString("status").equals("failed");
        return new Report(EmailTable.id(row), EmailTable.MEMBER_ID.of(row), EmailTable.INVITATION_ID.of(row), EmailTable.ISSUE.of(row),
                failed ? Objects.requireNonNullElse(Told.FAILURE.of(row), MailFailure.REFUSED) : null,
                failed ? Told.ANSWER.of(row) : null, row.getInt("report_rejections"));
    }
}
