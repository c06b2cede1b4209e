package roster.notification.queue;

import java.util.Collections;

import org.springframework.stereotype.Component;

import roster.notification.batch.Batches;

/** Asks and tells the outbox in batches what many workers ask and tell it at the same time. */
@Component
public final class OutboxBatches implements AutoCloseable {
    private final Batches<LeasedEmail, Boolean> questions;
    private final Batches<DeliveryResult, Boolean> results;

    OutboxBatches(Outbox outbox) {
        questions = new Batches<>("outbox-questions", asked -> {
            var owed = outbox.stillOwed(asked);
            return asked.stream().map(owed::contains).toList();
        });
        results = new Batches<>("outbox-results", told -> {
            outbox.record(told);
            return Collections.nCopies(told.size(), true);
        });
    }

    /** False when its invitation has ended, which cancels it, or when another worker has leased it. */
    public boolean isStillOwed(LeasedEmail leased) {
        return questions.ask(leased);
    }

    /** Returns when the result is committed. */
    public void record(DeliveryResult result) {
        results.ask(result);
    }

    @Override
    public void close() {
        questions.close();
        results.close();
    }
}
