package roster.command.publisher.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.TopicLog;
import roster.command.publisher.admin.Publishers;

/** Stores the topic of a publisher beside its position. Changes nothing for an instance that has lost the lease. */
public final class TopicMemory {
    private final String name;
    private final UUID owner;
    private final JdbcClient jdbc;

    public TopicMemory(String name, UUID owner, JdbcClient jdbc) {
        this.name = name;
        this.owner = owner;
        this.jdbc = jdbc;
    }

    RememberedTopic remembered() {
        return jdbc.sql("""
                select position, topic_id, acknowledged, missing_up_to, republish_after from command.subscription where name = ?""")
                .param(name).query((row, _) -> remembered(row)).single();
    }

    private static RememberedTopic remembered(ResultSet row) throws SQLException {
        return new RememberedTopic(row.getLong("position"), row.getString("topic_id"),
                Arrays.asList((Long[]) row.getArray("acknowledged").getArray()), row.getObject("missing_up_to", Long.class),
                row.getObject("republish_after", Long.class));
    }

    void remember(TopicLog topic) {
        update("", topic);
    }

    /** @param fromTheBeginning true to publish all records again at once */
    void lost(TopicLog topic, boolean fromTheBeginning) {
        update(", lost_at = coalesce(lost_at, clock_timestamp()), missing_up_to = greatest(missing_up_to, position), republishing = "
                + fromTheBeginning + (fromTheBeginning ? ", position = 0" : ""), topic);
    }

    /** Continues after the position that an operator named. */
    void republish(TopicLog topic) {
        update("""
                , position = republish_after, republish_after = null, republishing = republish_after < position,
                  lost_at = case when republish_after < position then lost_at end,
                  missing_up_to = case when republish_after < position then greatest(missing_up_to, position) end""", topic);
    }

    /**
     * After a restore of the event store: continues after the events that are already on Kafka, and has all states published again.
     *
     * @param published events on Kafka that the store has
     */
    public void restored(TopicLog topic, Collection<UUID> published) {
        jdbc.sql("update command.subscription set republish_after = 0 where name = ?").param(Publishers.STATES).update();
        jdbc.sql("""
                update command.subscription
                   set topic_id = :id, acknowledged = :ends, position = greatest(position, (
                       select coalesce(min(event.position) - 1, (select max(event.position) from event_store.event))
                         from event_store.event
                        where event.position > subscription.position and event_id <> all (:published::uuid[])))
                 where name = :name and owner = :owner""")
                .param("published", published.toArray(UUID[]::new))
                .param("id", topic.id()).param("ends", array(topic.ends())).param("name", name).param("owner", owner).update();
    }

    private void update(String more, TopicLog topic) {
        jdbc.sql("update command.subscription set topic_id = :id, acknowledged = :ends" + more + " where name = :name and owner = :owner")
                .param("id", topic.id()).param("ends", array(topic.ends())).param("name", name).param("owner", owner).update();
    }

    static Long[] array(List<Long> offsets) {
        return offsets.toArray(Long[]::new);
    }
}
