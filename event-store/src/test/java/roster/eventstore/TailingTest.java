package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import roster.contract.event.RecordedEvent;

/** Many writers whose transactions overlap in every way, and a reader on their heels. */
class TailingTest {
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 60;
    private static final int BATCH = 50;

    private final FreshStore store = FreshStore.create();

    @Test
    void who_reads_up_to_the_mark_sees_every_event_once_and_in_order() throws Exception {
        var seed = System.nanoTime();
        try (var threads = Executors.newCachedThreadPool()) {
            var writers = IntStream.range(0, WRITERS).mapToObj(i -> threads.submit(writer(new Random(seed + i)))).toList();
            var seen = threads.submit(() -> follow(writers)).get();
            var committed = new ArrayList<Long>();
            for (var writer : writers) {
                committed.addAll(writer.get());
            }

            assertThat(seen).as("seed %d", seed).isSorted().doesNotHaveDuplicates().hasSameElementsAs(committed);
            assertThat(committed).hasSizeGreaterThan(WRITERS * TRANSACTIONS / 2);
        }
    }

    /** Appends, waits up to ten milliseconds, appends again, and changes its mind in one of eight cases. */
    private Callable<List<Long>> writer(Random random) {
        return () -> {
            var committed = new ArrayList<Long>();
            try (var writer = store.writer()) {
                for (int i = 0; i < TRANSACTIONS; i++) {
                    committed.addAll(transaction(writer, random));
                }
            }
            return committed;
        };
    }

    private static List<Long> transaction(Writer writer, Random random) throws SQLException {
        var first = writer.append();
        LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(10)));
        var second = writer.append();
        if (random.nextInt(8) == 0) {
            writer.rollBack();
            return List.of();
        }
        writer.commit();
        return List.of(first, second);
    }

    private List<Long> follow(List<? extends Future<?>> writers) {
        var reader = store.reader();
        var seen = new ArrayList<Long>();
        for (long position = 0;;) {
            boolean quiet = writers.stream().allMatch(Future::isDone);
            var mark = reader.highWaterMark();
            var events = reader.read(position, mark.position(), BATCH);
            events.stream().map(RecordedEvent::position).forEach(seen::add);
            position = events.size() == BATCH ? events.getLast().position() : mark.position();
            if (quiet && position == mark.lastPosition()) {
                return seen;
            }
        }
    }
}
