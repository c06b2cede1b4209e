package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Event;

/** Records random events of several organizations in the background until it is closed. */
final class Journal implements AutoCloseable {
    private final Recorder recorder;
    private final List<Crowd> crowds = Stream.generate(() -> new Crowd(UUID.randomUUID())).limit(3).toList();
    private final List<Iterator<Event>> events;
    private final Thread thread = Thread.ofPlatform().name("journal").unstarted(this::write);
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    Journal(Recorder recorder, long seed) {
        this.recorder = recorder;
        var random = new Random(seed);
        this.events = crowds.stream().map(it -> it.events(random.ints(0, 100_000).boxed()).iterator()).toList();
    }

    String path() {
        return "/organizations/" + crowds.getFirst().organization().id();
    }

    void write(int rounds) {
        for (int i = 0; i < rounds; i++) {
            for (int crowd = 0; crowd < crowds.size(); crowd++) {
                recorder.record(crowds.get(crowd).organization().id(), events.get(crowd).next());
            }
        }
    }

    Journal keepWriting() {
        thread.start();
        return this;
    }

    private void write() {
        try {
            while (!closed) {
                write(1);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        stop();
    }

    void stop() {
        closed = true;
        await().until(() -> !thread.isAlive());
        assertThat(failure).isNull();
    }
}
