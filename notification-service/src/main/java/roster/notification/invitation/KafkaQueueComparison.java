package roster.notification.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.notification.entry.Entries;
import roster.notification.invitation.TopicProgress.Offsets;
import roster.notification.queue.QueueContents;
import roster.notification.queue.QueueContents.Unsent;
import roster.operation.reconcile.Comparison;
import roster.operation.reconcile.Difference;

/**
 * Compares the mail queue with the events that Kafka keeps: what the events before the acknowledged offsets cause must be in the queue, and
 * e-mails that are still to be sent must have their event. Entries are committed before offsets, so nothing in flight differs.
 */
@Component
final class KafkaQueueComparison implements Comparison {
    private static final long NOT_READ_YET_MILLIS = 1_000;
    /** Events of one partition may have been recorded by hosts whose clocks differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final TopicProgress topic;
    private final EventRecords records;
    private final QueueContents queue;

    KafkaQueueComparison(TopicProgress topic, EventRecords records, QueueContents queue) {
        this.topic = topic;
        this.records = records;
        this.queue = queue;
    }

    /** The entries that follow from a record. */
    private record Owed(String place, UUID eventId, Entries entries) {}

    private record Suspect(String place, Difference difference) {}

    @Override
    public String pair() {
        return "kafka-queue";
    }

    @Override
    public String lock() {
        return "3, 2";
    }

    @Override
    public void compareAll(Pass pass) throws InterruptedException {
        var unsent = queue.unsent();
        var offsets = topic.offsets();
        while (!queue.hasRead(offsets.size())) {
            Thread.sleep(NOT_READ_YET_MILLIS);
            unsent = queue.unsent();
            offsets = topic.offsets();
        }
        compareAll(offsets, unsent, pass);
    }

    private void compareAll(Map<TopicPartition, Offsets> offsets, Map<UUID, Unsent> unsent, Pass pass) throws InterruptedException {
        var ends = offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().end()));
        var firsts = new HashMap<Integer, Instant>();
        var suspects = new ArrayList<Suspect>();
        records.read(ends, batch -> {
            var owed = new ArrayList<Owed>();
            for (var record : batch) {
                read(record).ifPresent(incoming -> {
                    firsts.putIfAbsent(record.partition(), incoming.recordedAt());
                    unsent.remove(incoming.eventId());
                    if (record.offset() < Objects.requireNonNull(offsets.get(new TopicPartition(record.topic(), record.partition())))
                            .read()) {
                        owed.add(new Owed(EventRecords.place(record), incoming.eventId(), InvitationEmails.of(incoming)));
                    }
                });
            }
            suspects.addAll(lacking(owed));
            pass.rest(batch.size());
        });
        unlessDead(suspects).forEach(pass::found);
        withoutEvent(unsent, firsts, offsets.size()).forEach(pass::found);
    }

    private static Optional<IncomingEvent> read(ConsumerRecord<byte[], byte @Nullable []> record) {
        try {
            return Optional.of(IncomingEvent.of(record));
        } catch (UnreadableRecord _) {
            return Optional.empty();
        }
    }

    private List<Suspect> lacking(List<Owed> batch) {
        var all = Entries.of(batch.stream().map(Owed::entries).toList());
        var emails = queue.lacking(all.emails().stream().map(it -> it.id()).toList());
        var endings = queue.lackingEndings(all.endings());
        var erasures = queue.lackingErasures(all.erased());
        var suspects = new ArrayList<Suspect>();
        for (var owed : batch) {
            owed.entries.emails().stream().filter(it -> emails.contains(it.id())).forEach(it -> suspects.add(new Suspect(owed.place,
                    new Difference(it.invitation().memberId(), "the queue lacks the e-mail to the " + it.id().recipient().value()
                            + " that event " + owed.eventId + " causes"))));
            owed.entries.endings().stream().filter(it -> endings.contains(it.memberId())).forEach(it -> suspects.add(new Suspect(owed.place,
                    new Difference(it.memberId(), "the queue does not know that event " + owed.eventId + " ends the invitation"))));
            owed.entries.erased().stream().filter(erasures::contains).forEach(it -> suspects.add(new Suspect(owed.place,
                    new Difference(it, "the queue does not know that the member is erased"))));
        }
        return suspects;
    }

    /** Records that the queue cannot hold are dead letters. */
    private List<Difference> unlessDead(List<Suspect> suspects) throws InterruptedException {
        if (suspects.isEmpty()) {
            return List.of();
        }
        var dead = records.placesOfDead();
        return suspects.stream().filter(it -> !dead.contains(it.place)).map(Suspect::difference).toList();
    }

    /** Unless the event is older than what Kafka still has of its partition. */
    private static List<Difference> withoutEvent(Map<UUID, Unsent> unseen, Map<Integer, Instant> firsts, int partitions) {
        var differences = new ArrayList<Difference>();
        unseen.forEach((event, email) -> {
            var first = firsts.get(partition(email.memberId(), partitions));
            if (first != null && email.recordedAt().isAfter(first.plus(CLOCKS))) {
                differences
                        .add(new Difference(email.memberId(), "the queue has an e-mail of event " + event + ", which Kafka does not have"));
            }
        });
        return differences;
    }

    /** The partition of records with this key, as the publisher's client chooses it. */
    private static int partition(UUID key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.toString().getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** The topic cannot be read by member: only a pass can tell. */
    @Override
    public List<Difference> compareAgain(List<Difference> known) {
        return known;
    }
}
