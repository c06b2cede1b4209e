package roster.query.event;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows of events by their positions. */
@Component
public final class EventRows {
    private final JdbcClient jdbc;

    EventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of positions. */
    public List<EventRow> at(Collection<Long> positions) {
        return positions.isEmpty() ? List.of()
                : jdbc.sql(EventTable.TABLE.select() + " where position = any (?::bigint[]) order by position")
                        .param(positions.toArray(Long[]::new)).query(EventTable.TABLE.mapper()).list();
    }
}
