package roster.command.kafka;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
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
            return new TopicLog(found.topicId().toString(), ends(found.partitions().size()), false);
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

    private List<Long> ends(int partitions) throws ExecutionException, InterruptedException {
        var ends = admin.get().listOffsets(partitions(partitions).collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                .all().get();
        return partitions(partitions).map(it -> Objects.requireNonNull(ends.get(it)).offset()).toList();
    }

    /** Deletes all records before the ends. Needs the right to delete from the topic. */
    public void empty(TopicLog log) throws ExecutionException, InterruptedException {
        admin.get().deleteRecords(partitions(log.ends().size())
                .collect(Collectors.toMap(Function.identity(), it -> RecordsToDelete.beforeOffset(log.ends().get(it.partition()))))).all()
                .get();
    }

    private Stream<TopicPartition> partitions(int count) {
        return IntStream.range(0, count).mapToObj(it -> new TopicPartition(name(), it));
    }
}
