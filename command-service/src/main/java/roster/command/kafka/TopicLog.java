package roster.command.kafka;

import java.util.List;

/**
 * A topic at one time.
 *
 * @param id      Kafka's id of the topic, which a topic of the same name that is created later does not have
 * @param ends    offset of the next record, by partition
 * @param created true when it has just been created
 */
public record TopicLog(String id, List<Long> ends, boolean created) {}
