package roster.command.publisher;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

import roster.contract.kafka.MemberEventsTopic;

/** Creates the topic as the contract wants it; brokers that make topics by themselves would get it wrong. */
final class MemberEventsTopicCreation {
    private final PublisherProperties properties;

    MemberEventsTopicCreation(PublisherProperties properties) {
        this.properties = properties;
    }

    void ensureExists() throws ExecutionException, InterruptedException {
        var topic = new NewTopic(MemberEventsTopic.NAME, properties.partitions(), properties.replication())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(properties.retention().toMillis())));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
