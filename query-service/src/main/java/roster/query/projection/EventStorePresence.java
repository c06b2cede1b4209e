package roster.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks whether command-service has created the event store, the key store and the access tables, and this service may read them. Until then,
 * the projection waits.
 */
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
                log.info("the event store exists");
            }
        }
        return there;
    }

    private boolean look() {
        return jdbc.sql("""
                select count(*) = 3
                  from pg_class relation join pg_namespace schema on schema.oid = relation.relnamespace
                 where (schema.nspname, relation.relname) in (('event_store', 'event'), ('key_store', 'data_key'), ('access', 'api_token'))
                   and has_schema_privilege(schema.oid, 'usage') and has_table_privilege(relation.oid, 'select')""")
                .query(Boolean.class).single();
    }
}
