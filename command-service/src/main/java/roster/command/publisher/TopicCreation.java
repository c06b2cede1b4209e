package roster.command.publisher;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates a topic with the settings of the contract, before the broker creates it with other settings. */
final class TopicCreation {
    private final String kafka;
    private final NewTopic topic;
    private boolean exists;

    TopicCreation(String kafka, NewTopic topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    void ensureExists() throws ExecutionException, InterruptedException {
        if (!exists) {
            create();
            exists = true;
        }
    }

    private void create() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
