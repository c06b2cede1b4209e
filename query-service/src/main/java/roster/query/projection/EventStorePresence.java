package roster.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether command-service has made the event store, and has let us read it; if not, waiting is all there is to do. */
@Component
final class EventStorePresence {
    private static final Logger log = LoggerFactory.getLogger(EventStorePresence.class);

    private final JdbcClient jdbc;
    private boolean there;
    private boolean waiting;

    EventStorePresence(ProjectionDatabase database) {
        this.jdbc = database.jdbc();
    }

    boolean isThere() {
        if (!there) {
            there = look();
            if (!there && !waiting) {
                waiting = true;
                log.warn("waiting for the event store, which command-service creates");
            } else if (there && waiting) {
                log.info("the event store is there");
            }
        }
        return there;
    }

    private boolean look() {
        return jdbc.sql("""
                select exists (select from pg_class event join pg_namespace store on store.oid = event.relnamespace
                                where store.nspname = 'event_store' and event.relname = 'event'
                                  and has_schema_privilege(store.oid, 'usage') and has_table_privilege(event.oid, 'select'))""")
                .query(Boolean.class).single();
    }
}
