package roster.command.kafka;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A topic of this service. It is created with the settings of the contract where it does not exist; one that exists is not changed. */
public final class KafkaTopic {
    private final Supplier<Admin> admin;
    private final NewTopic settings;

    KafkaTopic(Supplier<Admin> admin, NewTopic settings) {
        this.admin = admin;
        this.settings = settings;
    }

    public String name() {
        return settings.name();
    }

    /** The topic as it is now. Needs the right to create topics only when it does not exist. */
    public TopicLog look() throws ExecutionException, InterruptedException {
        try {
            var found = Objects.requireNonNull(admin.get().describeTopics(List.of(name())).allTopicNames().get().get(name()));
            return new TopicLog(found.topicId().toString(), ends(found), false);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return create();
            }
            throw e;
        }
    }

    private TopicLog create() throws ExecutionException, InterruptedException {
        var created = admin.get().createTopics(List.of(settings));
        return new TopicLog(created.topicId(name()).get().toString(), Collections.nCopies(created.numPartitions(name()).get(), 0L), true);
    }

    private List<Long> ends(TopicDescription topic) throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        topic.partitions().forEach(it -> asked.put(new TopicPartition(name(), it.partition()), OffsetSpec.latest()));
        var ends = admin.get().listOffsets(asked).all().get();
        return topic.partitions().stream()
                .map(it -> Objects.requireNonNull(ends.get(new TopicPartition(name(), it.partition()))).offset()).toList();
    }

    /** Deletes all records before the ends. Needs the right to delete from the topic. */
    public void empty(TopicLog log) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> deleted = new HashMap<>();
        for (int partition = 0; partition < log.ends().size(); partition++) {
            deleted.put(new TopicPartition(name(), partition), RecordsToDelete.beforeOffset(log.ends().get(partition)));
        }
        admin.get().deleteRecords(deleted).all().get();
    }
}
