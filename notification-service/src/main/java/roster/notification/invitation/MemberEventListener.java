package roster.notification.invitation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;
import roster.notification.entry.Entries;
import roster.notification.queue.MailQueue;
import roster.tracing.Traced;
import roster.tracing.Tracing;

/**
 * Adds the e-mails that incoming events cause to the queue. Records are acknowledged after it returns: by then their entries are committed,
 * and unreadable records are dead letters. It sends no e-mail itself. {@link ListenerStart} starts it.
 */
@Component
final class MemberEventListener {
    static final String ID = "mail-queue";
    private static final Duration OLD = Duration.ofSeconds(10);

    private final MailQueue queue;
    private final DeadLetters deadLetters;
    private final FirstReading firstReading;
    private final QueueProgress progress;
    private final CatchUp catchUp;
    private final Clock clock;
    private final Tracing tracing;
    /** True from a failure until the next success, which may be that of another consumer. */
    private volatile boolean isFailing;

    MemberEventListener(MailQueue queue, DeadLetters deadLetters, FirstReading firstReading, QueueProgress progress, CatchUp catchUp,
            Clock clock, Tracing tracing) {
        this.queue = queue;
        this.deadLetters = deadLetters;
        this.firstReading = firstReading;
        this.progress = progress;
        this.catchUp = catchUp;
        this.clock = clock;
        this.tracing = tracing;
    }

    /** A record and the queue entries that follow from it. */
    private record Read(ConsumerRecord<byte[], byte @Nullable []> record, Entries entries) {}

    @KafkaListener(id = ID, idIsGroup = false, topics = MemberEventsTopic.NAME, autoStartup = "false")
    void receive(List<ConsumerRecord<byte[], byte @Nullable []>> records, Consumer<?, ?> consumer) {
        try {
            process(records, consumer);
        } catch (RuntimeException e) {
            isFailing = true;
            catchUp.mayBeStale();
            throw e;
        }
        if (isFailing) {
            isFailing = false;
            catchUp.mayBeStale();
        }
    }

    private void process(List<ConsumerRecord<byte[], byte @Nullable []>> records, Consumer<?, ?> consumer) {
        var spans = new ArrayList<Traced>();
        try {
            process(records, consumer, spans);
        } catch (RuntimeException e) {
            spans.forEach(it -> it.failed(e.getClass().getSimpleName()));
            throw e;
        } finally {
            spans.forEach(Traced::close);
        }
    }

    private void process(List<ConsumerRecord<byte[], byte @Nullable []>> records, Consumer<?, ?> consumer, List<Traced> spans) {
        var read = new ArrayList<Read>();
        var dead = new ArrayList<DeadLetter>();
        for (var record : records) {
            try {
                var event = IncomingEvent.of(record);
                var span = tracing.begin("process " + record.topic(), SpanKind.CONSUMER, event.traceparent()).tell("messaging.system",
                        "kafka");
                spans.add(span);
                read.add(new Read(record, InvitationEmails.of(event.within(span.traceparent()))));
            } catch (UnreadableRecord e) {
                dead.add(new DeadLetter(record, e.reason()));
            }
        }
        if (hasOldEmails(read)) {
            catchUp.eventsAreLate();
        }
        dead.addAll(write(read));
        deadLetters.add(dead);
        firstReading.read(records, consumer);
        progress.read(records);
    }

    /** True when an event arrives late, as after an outage of Kafka: the end of its invitation may follow. */
    private boolean hasOldEmails(List<Read> read) {
        var old = clock.instant().minus(OLD);
        return read.stream().flatMap(it -> it.entries().emails().stream()).anyMatch(it -> it.recordedAt().isBefore(old));
    }

    /** Writes all entries at once; when the database rejects their content, one by one, to find the faulty record. */
    private List<DeadLetter> write(List<Read> read) {
        try {
            queue.write(Entries.of(read.stream().map(Read::entries).toList()));
            return List.of();
        } catch (DataIntegrityViolationException e) {
            return writeOneByOne(read);
        }
    }

    private List<DeadLetter> writeOneByOne(List<Read> read) {
        var dead = new ArrayList<DeadLetter>();
        for (var one : read) {
            try {
                queue.write(one.entries());
            } catch (DataIntegrityViolationException e) {
                dead.add(new DeadLetter(one.record(), "the mail queue cannot hold it: " + e.getMostSpecificCause().getMessage()));
            }
        }
        return dead;
    }
}
