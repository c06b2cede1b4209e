package roster.query.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.TreeHead;

/** Alarms of the watch, which are entries of the root log from the next checkpoint on. */
public final class LogAlarms {
    private static final int BATCH = 1_000;
    private static final String ALARM = "select tree, number, found_at, what, coalesce(root_index, -1) from record_log.alarm ";

    private final JdbcClient jdbc;

    public LogAlarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param index of its entry in the root log */
    public record LoggedAlarm(LogAlarm alarm, long index) {}

    public boolean isKnown(String what) {
        return jdbc.sql("select exists (select from record_log.alarm where what = ?)").param(what).query(Boolean.class).single();
    }

    /** Records an alarm, unless it is known. */
    public void record(UUID tree, String what) {
        jdbc.sql("""
                insert into record_log.alarm (tree, number, what, found_at)
                select ?, coalesce(max(number), 0) + 1, ?, clock_timestamp() from record_log.alarm where tree = ?
                    on conflict do nothing""")
                .param(tree).param(what).param(tree).update();
    }

    /** The next alarms that are to be logged. */
    List<LogAlarm> pending() {
        return jdbc.sql(ALARM + " where root_index is null order by tree, number limit ?").param(BATCH)
                .query((row, _) -> logged(row).alarm()).list();
    }

    void log(List<LoggedAlarm> alarms) {
        jdbc.sql("""
                update record_log.alarm set root_index = logged.index
                  from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as logged (tree, number, index)
                 where alarm.tree = logged.tree and alarm.number = logged.number""")
                .param(alarms.stream().map(it -> it.alarm().tree()).toArray(UUID[]::new))
                .param(alarms.stream().map(it -> it.alarm().number()).toArray(Long[]::new))
                .param(alarms.stream().map(LoggedAlarm::index).toArray(Long[]::new)).update();
    }

    /** Logged alarms about an organization, and about no single one, in the order of the root log. */
    public List<LoggedAlarm> of(UUID organization) {
        return jdbc.sql(ALARM + " where tree in (?, ?) and root_index is not null order by root_index").param(organization)
                .param(TreeHead.STORE).query((row, _) -> logged(row)).list();
    }

    /** Those of one tile of the root log. */
    List<LoggedAlarm> entries(long from, long to) {
        return jdbc.sql(ALARM + " where root_index >= ? and root_index < ?").param(from).param(to).query((row, _) -> logged(row)).list();
    }

    private static LoggedAlarm logged(ResultSet row) throws SQLException {
        return new LoggedAlarm(new LogAlarm(row.getObject(1, UUID.class), row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(), row.getString(4)), row.getLong(5));
    }
}
