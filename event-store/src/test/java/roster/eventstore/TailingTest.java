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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.contract.stored.RecordedEvent;

/** Many writers whose transactions overlap at random, and a concurrent reader. */
class TailingTest {
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 60;

    private final FreshStore store = FreshStore.create();

    @Test
    void who_reads_up_to_the_mark_sees_every_event_once_and_in_order() throws Exception {
        var seed = System.nanoTime();
        try (var threads = Executors.newCachedThreadPool()) {
            var writers = IntStream.range(0, WRITERS).mapToObj(i -> threads.submit(writer(new Random(seed + i)))).toList();
            var followed = threads.submit(() -> follow(writers)).get();
            var committed = new ArrayList<Long>();
            for (var writer : writers) {
                committed.addAll(writer.get());
            }

            assertThat(followed.seen).as("seed %d", seed).isSorted().doesNotHaveDuplicates().hasSameElementsAs(committed);
            assertThat(committed).hasSizeGreaterThan(WRITERS * TRANSACTIONS / 2);
            assertThat(followed.heldBack).hasValueGreaterThan(10);
        }
    }

    /** Appends, waits up to ten milliseconds, appends again, and rolls back in one of eight cases. */
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

    private Followed follow(List<? extends Future<?>> writers) throws SQLException {
        try (var connection = store.asCommandService().getConnection()) {
            var reader = new EventReader(JdbcClient.create(new SingleConnectionDataSource(connection, true)), FreshStore.keys());
            var followed = new Followed(new ArrayList<>(), new AtomicInteger());
            for (long position = 0;;) {
                boolean quiet = writers.stream().allMatch(Future::isDone);
                var mark = reader.highWaterMark();
                followed.add(mark, reader.read(position, mark.position(), Integer.MAX_VALUE));
                position = mark.position();
                if (quiet && position == mark.lastPosition()) {
                    return followed;
                }
            }
        }
    }

    /** @param heldBack number of reads that appends in flight held back */
    private record Followed(List<Long> seen, AtomicInteger heldBack) {
        void add(HighWaterMark mark, List<RecordedEvent> events) {
            events.stream().map(RecordedEvent::position).forEach(seen::add);
            if (mark.isHeldBack()) {
                heldBack.incrementAndGet();
            }
        }
    }
}
