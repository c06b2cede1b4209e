package roster.command.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A topic of this service. It is created with the settings of the contract where it does not exist; one that exists is not changed. */
public final class KafkaTopic {
    private final Supplier<Admin> admin;
    private final NewTopic settings;
    private boolean exists;

    KafkaTopic(Supplier<Admin> admin, NewTopic settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /** Needs the right to create topics only when the topic does not exist. */
    public void ensureExists() throws ExecutionException, InterruptedException {
        if (!exists) {
            createIfAbsent();
            exists = true;
        }
    }

    private void createIfAbsent() throws ExecutionException, InterruptedException {
        try {
            admin.get().describeTopics(List.of(settings.name())).allTopicNames().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
            admin.get().createTopics(List.of(settings)).all().get();
        }
    }
}
