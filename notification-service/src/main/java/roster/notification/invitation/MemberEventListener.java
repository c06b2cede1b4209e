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
import roster.notification.ledger.Entries;
import roster.notification.ledger.Ledger;

/**
 * Writes down what arriving events owe. Records are acknowledged after it returns: their entries are committed then, and those that
 * cannot be read are among the dead letters. It never sends a letter itself.
 */
@Component
final class MemberEventListener {
    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final FirstReading firstReading;

    MemberEventListener(Ledger ledger, DeadLetters deadLetters, FirstReading firstReading) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.firstReading = firstReading;
    }

    /** What a record means for the ledger. */
    private record Read(ConsumerRecord<byte[], byte @Nullable []> record, Entries entries) {}

    @KafkaListener(topics = MemberEventsTopic.NAME)
    void receive(List<ConsumerRecord<byte[], byte @Nullable []>> records, Consumer<?, ?> consumer) {
        var read = new ArrayList<Read>();
        var dead = new ArrayList<DeadLetter>();
        for (var record : records) {
            try {
                read.add(new Read(record, InvitationLetters.of(IncomingEvent.of(record))));
            } catch (Unreadable e) {
                dead.add(new DeadLetter(record, e.reason()));
            }
        }
        dead.addAll(write(read));
        deadLetters.add(dead);
        firstReading.read(records, consumer);
    }

    /** Writes all at once; only when the database objects to what is in them, one by one, to find out whose fault it is. */
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
