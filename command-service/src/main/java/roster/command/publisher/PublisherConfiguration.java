package roster.command.publisher;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.erasure.CopyRetention;
import roster.command.kafka.KafkaClients;
import roster.contract.kafka.LogCheckpointsTopic;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.schema.JsonSchemas;
import roster.eventstore.Epochs;
import roster.eventstore.EventNotifications;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.watch.StoreWatch;
import roster.operation.database.Connections;
import roster.operation.reader.Reader;

/** Publishers of events, states and checkpoints, each with its own connection, so that they wait neither for commands nor for each other. */
@Configuration(proxyBeanMethods = false)
class PublisherConfiguration {
    static final String EVENTS = "publisher";
    static final String STATES = "state-publisher";
    static final String CHECKPOINTS = "checkpoint-publisher";
    private static final String FOREVER = "-1";
    private static final Duration WATCH_ANSWER = Duration.ofSeconds(5);

    @Bean(initMethod = "start")
    EventNotifications eventNotifications(Connections connections) {
        return new EventNotifications(connections.unpooled("notifications"));
    }

    @Bean(initMethod = "start")
    StoreWatch storeWatch(Connections connections, MeterRegistry meters) {
        return new StoreWatch(connections.single("watch", WATCH_ANSWER), meters);
    }

    @Bean
    Reader eventPublisherProgress(StoreWatch watch, Publisher eventPublisher) {
        return watch.reader(eventPublisher.subscription(), jdbc -> PublisherLease.position(jdbc, EVENTS));
    }

    @Bean
    Reader statePublisherProgress(StoreWatch watch, Publisher statePublisher) {
        return watch.reader(statePublisher.subscription(), jdbc -> PublisherLease.position(jdbc, STATES));
    }

    @Bean
    Publisher eventPublisher(PublisherProperties properties, KafkaClients kafka, Connections connections, EventNotifications notifications,
            DataKeys keys) {
        var jdbc = JdbcClient.create(connections.single(EVENTS));
        var topic = kafka.topic(topic(MemberEventsTopic.NAME, properties, Map.of(
                TopicConfig.RETENTION_MS_CONFIG, millis(properties.retention()),
                TopicConfig.SEGMENT_MS_CONFIG, millis(MemberEventsTopic.SEGMENT))));
        var lease = new PublisherLease(EVENTS, jdbc);
        var epochs = new Epochs(jdbc);
        var upkeep = new EventUpkeep(topic, kafka.reader(topic.name()), jdbc, epochs);
        return new Publisher(EVENTS,
                PublishedSource.of(new EventReader(jdbc, keys), new CloudEvents(epochs, new JsonSchemas(properties.schemas()))), lease,
                kafka.shared("roster-publisher"), new PublishedTopic(topic, lease, upkeep, epochs), notifications::onEvents);
    }

    /** Kafka deletes records only with their segment. */
    @Bean
    CopyRetention copyRetention(PublisherProperties properties) {
        return new CopyRetention(properties.retention().plus(MemberEventsTopic.SEGMENT),
                MemberEventsTopic.DEAD_LETTERS_RETENTION.plus(MemberEventsTopic.SEGMENT),
                properties.state().compactionLag().plus(StateBeat.SLACK));
    }

    @Bean
    Publisher statePublisher(PublisherProperties properties, KafkaClients kafka, Connections connections, EventNotifications notifications,
            DataKeys keys) {
        var jdbc = JdbcClient.create(connections.single(STATES));
        var store = new EventReader(jdbc, keys);
        var lease = new PublisherLease(STATES, jdbc);
        var epochs = new Epochs(jdbc);
        var producer = kafka.exclusive(properties.state().producer());
        var upkeep = new StateUpkeep(kafka.reader(MemberStateTopic.NAME), producer, lease, jdbc, epochs);
        return new Publisher(STATES, PublishedSource.of(store, new MemberStates(store, epochs, new JsonSchemas(properties.schemas()))),
                lease, producer, new PublishedTopic(kafka.topic(stateTopic(properties)), lease, upkeep, epochs), notifications::onEvents);
    }

    @Bean
    Reader checkpointPublisherProgress(StoreWatch watch, Publisher checkpointPublisher) {
        return watch.reader(checkpointPublisher.subscription(), jdbc -> PublisherLease.position(jdbc, CHECKPOINTS), Checkpoints.UNREAD);
    }

    @Bean
    Publisher checkpointPublisher(PublisherProperties properties, KafkaClients kafka, Connections connections) {
        var jdbc = JdbcClient.create(connections.single(CHECKPOINTS));
        var lease = new PublisherLease(CHECKPOINTS, jdbc);
        var epochs = new Epochs(jdbc);
        var topic = topic(LogCheckpointsTopic.NAME, LogCheckpointsTopic.PARTITIONS, properties,
                Map.of(TopicConfig.RETENTION_MS_CONFIG, FOREVER));
        return new Publisher(CHECKPOINTS, new Checkpoints(jdbc, epochs), lease, kafka.shared("roster-checkpoint-publisher"),
                new PublishedTopic(kafka.topic(topic), lease, PublishedTopic.Upkeep.BY_REPETITION, epochs), _ -> {});
    }

    static NewTopic stateTopic(PublisherProperties properties) {
        return topic(MemberStateTopic.NAME, properties, Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(properties.state().compactionLag()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(properties.retention())));
    }

    private static NewTopic topic(String name, PublisherProperties properties, Map<String, String> settings) {
        return topic(name, properties.partitions(), properties, settings);
    }

    private static NewTopic topic(String name, int partitions, PublisherProperties properties, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(properties.minInSync()));
        return new NewTopic(name, partitions, properties.replication()).configs(all);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
