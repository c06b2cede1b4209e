package roster.eventstore.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Failure;
import roster.eventstore.UnreadableEvent;
import roster.operation.reader.LagMeasure;
import roster.operation.reader.Reader;
import roster.operation.reader.ReaderState;
import roster.operation.reader.Standstill;

/** A subscription, as seen from outside its steps. Its lag grows while a step fails or hangs, and while the database does not answer. */
final class StoreReader implements Reader {
    private final Subscription subscription;
    private final Function<JdbcClient, Optional<Long>> position;
    private final MarkHolders holders;
    private final WatchLimits limits;
    private final Unread unread;
    private volatile LagMeasure measure = LagMeasure.none();

    StoreReader(Subscription subscription, Function<JdbcClient, Optional<Long>> position, MarkHolders holders, WatchLimits limits,
            Unread unread) {
        this.unread = unread;
        this.subscription = subscription;
        this.position = position;
        this.holders = holders;
        this.limits = limits;
    }

    void measure(JdbcClient jdbc) {
        long last = unread.last(jdbc);
        long reached = position.apply(jdbc).orElse(LagMeasure.UNKNOWN);
        measure = measure.next(reached, Math.max(0, last - Math.max(0, reached)),
                reached == LagMeasure.UNKNOWN ? Duration.ZERO : unread.oldest(jdbc, reached));
    }

    @Override
    public String name() {
        return subscription.name();
    }

    @Override
    public ReaderState state() {
        var now = measure;
        return new ReaderState(now.progress() == LagMeasure.UNKNOWN ? null : now.progress(), now.lag(), now.lagTime(limits.fresh()),
                standstill(now).orElse(null));
    }

    private Optional<Standstill> standstill(LagMeasure now) {
        return subscription.failure().map(StoreReader::failed)
                .or(() -> subscription.stepLasting(limits.step()).map(since -> new Standstill(since, "its current step does not end")))
                .or(() -> unmeasured(now))
                .or(() -> now.lag() == 0 ? Optional.empty() : holders.alarming().map(it -> new Standstill(it.since(), it.toString())))
                .or(() -> unmoved(now));
    }

    private static Standstill failed(Failure failure) {
        return failure.cause() instanceof UnreadableEvent unreadable
                ? new Standstill(failure.since(), failure.reason(), unreadable.place())
                : new Standstill(failure.since(), failure.reason());
    }

    private Optional<Standstill> unmeasured(LagMeasure now) {
        return now.isOlderThan(limits.unmeasured()) ? Optional.of(new Standstill(now.at(), "the event store cannot be read"))
                : Optional.empty();
    }

    private Optional<Standstill> unmoved(LagMeasure now) {
        return now.isUnmovedFor(limits.unread()) ? Optional.of(new Standstill(now.moved(), "it does not get on")) : Optional.empty();
    }
}
