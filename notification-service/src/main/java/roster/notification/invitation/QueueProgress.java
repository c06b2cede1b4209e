package roster.notification.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.contract.kafka.MemberEventsTopic;
import roster.notification.invitation.TopicProgress.Offsets;
import roster.operation.reader.LagMeasure;
import roster.operation.reader.Reader;
import roster.operation.reader.ReaderState;
import roster.operation.reader.Standstill;

/** Progress of the mail queue in reading the topic of events, of all instances together. */
@Component
final class QueueProgress implements Reader {
    private static final Logger log = LoggerFactory.getLogger(QueueProgress.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration UNMEASURED = Duration.ofSeconds(15);
    private static final Duration UNREAD = Duration.ofSeconds(30);

    private final TopicProgress topic;
    private final AtomicLong position = new AtomicLong(LagMeasure.UNKNOWN);
    private long readSince = System.nanoTime();
    private volatile LagMeasure measure = LagMeasure.none();

    QueueProgress(TopicProgress topic) {
        this.topic = topic;
    }

    /** Does not know the age of a record without reading it: takes the time for which records have been missing instead. */
    @Scheduled(fixedDelayString = "PT2S")
    void measure() {
        try {
            var offsets = topic.offsets().values();
            measure(offsets.stream().mapToLong(Offsets::read).sum(), offsets.stream().mapToLong(Offsets::missing).sum());
        } catch (TopicProgress.Unknown e) {
            log.debug("the lag of the mail queue is unknown", e);
        }
    }

    private void measure(long read, long missing) {
        if (missing == 0) {
            readSince = System.nanoTime();
        }
        measure = measure.next(read, missing, missing == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - readSince));
    }

    /** To be called when the entries of these records are committed. */
    void read(List<ConsumerRecord<byte[], byte @Nullable []>> records) {
        records.stream().map(it -> it.headers().lastHeader(MemberEventsTopic.POSITION)).filter(it -> it != null && it.value() != null)
                .forEach(it -> reached(new String(it.value(), StandardCharsets.UTF_8)));
    }

    private void reached(String written) {
        try {
            position.accumulateAndGet(Long.parseLong(written), Math::max);
        } catch (NumberFormatException _) {
            // the record is a dead letter
        }
    }

    @Override
    public String name() {
        return "mail-queue";
    }

    @Override
    public ReaderState state() {
        var now = measure;
        var reached = position.get();
        return new ReaderState(reached == LagMeasure.UNKNOWN ? null : reached, now.lag(), now.lagTime(FRESH), standstill(now).orElse(null));
    }

    private static Optional<Standstill> standstill(LagMeasure now) {
        if (now.isOlderThan(UNMEASURED)) {
            return Optional.of(new Standstill(now.at(), "Kafka cannot be asked"));
        }
        return now.isUnmovedFor(UNREAD) ? Optional.of(new Standstill(now.moved(), "it does not get on")) : Optional.empty();
    }
}
