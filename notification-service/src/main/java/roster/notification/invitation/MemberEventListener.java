package roster.notification.invitation;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;
import roster.notification.entry.Entries;
import roster.notification.ledger.Ledger;

/**
 * Adds the e-mails that incoming events cause to the queue. Records are acknowledged after it returns: by then their entries are committed,
 * and unreadable records are dead letters. It sends no e-mail itself.
 */
@Component
final class MemberEventListener {
    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final FirstReading firstReading;
    private final QueueProgress progress;

    MemberEventListener(Ledger ledger, DeadLetters deadLetters, FirstReading firstReading, QueueProgress progress) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.firstReading = firstReading;
        this.progress = progress;
    }

    /** A record and the queue entries that follow from it. */
    private record Read(ConsumerRecord<byte[], byte @Nullable []> record, Entries entries) {}

    @KafkaListener(topics = MemberEventsTopic.NAME)
    void receive(List<ConsumerRecord<byte[], byte @Nullable []>> records, Consumer<?, ?> consumer) {
        var read = new ArrayList<Read>();
        var dead = new ArrayList<DeadLetter>();
        for (var record : records) {
            try {
                read.add(new Read(record, InvitationLetters.of(IncomingEvent.of(record))));
            } catch (UnreadableRecord e) {
                dead.add(new DeadLetter(record, e.reason()));
            }
        }
        dead.addAll(write(read));
        deadLetters.add(dead);
        firstReading.read(records, consumer);
        progress.read(records);
    }

    /** Writes all entries at once; when the database rejects their content, one by one, to find the faulty record. */
    private List<DeadLetter> write(List<Read> read) {
        try {
            ledger.write(Entries.of(read.stream().map(Read::entries).toList()));
            return List.of();
        } catch (DataIntegrityViolationException e) {
            return writeOneByOne(read);
        }
    }

    private List<DeadLetter> writeOneByOne(List<Read> read) {
        var dead = new ArrayList<DeadLetter>();
        for (var one : read) {
            try {
                ledger.write(one.entries());
            } catch (DataIntegrityViolationException e) {
                dead.add(new DeadLetter(one.record(), "the ledger cannot hold it: " + e.getMostSpecificCause().getMessage()));
            }
        }
        return dead;
    }
}
