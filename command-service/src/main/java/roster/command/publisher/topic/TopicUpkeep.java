package roster.command.publisher.topic;

import java.util.concurrent.ExecutionException;

import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.command.kafka.TopicLog;

/** Repairs a topic that does not agree with the event store, each topic in its own way. */
public interface TopicUpkeep {
    /** True to publish all records again when Kafka has lost some; false to await an operator's request. */
    boolean isPublishedAgainByItself();

    /** Called before all records are published again. */
    void prepare(TopicLog found) throws ExecutionException, InterruptedException, PublishingFailed;

    /** Called when the topic has records after those that were acknowledged: by a publisher that ended too early, or before a restore. */
    void checkSurplus(RememberedTopic known, TopicLog found);
}
