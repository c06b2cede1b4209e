package roster.systemtest.readers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;

import roster.local.Patience;

/** Follows the events of an organization on a thread of its own, and goes on where it was when a read breaks off. */
abstract class Follower implements AutoCloseable {
    private static final long PAUSE_IN_MILLISECONDS = 100;

    private final List<Seen> seen = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final CompletableFuture<Void> running = new CompletableFuture<>();

    /** Begins with the first event. */
    final void start() {
        Thread.ofPlatform().daemon().name(getClass().getSimpleName()).start(() -> {
            try {
                follow();
                running.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                running.completeExceptionally(e);
            }
        });
    }

    private void follow() throws InterruptedException {
        while (!isClosing()) {
            try {
                read();
            } catch (IOException | UncheckedIOException e) {
                brokenOff.incrementAndGet();
                pause();
            }
        }
    }

    /** Reads on until it is closing, or until a connection ends. */
    abstract void read() throws IOException, InterruptedException;

    final boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Returns early when it is closing. */
    final void pause() throws InterruptedException {
        closing.await(PAUSE_IN_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** @param event as the feed writes it */
    final void note(JsonNode event) {
        note(Seen.of(event.path("position").asString(), event.path("id").asString(), event.path("subject").asString(),
                event.path("sequence").asString(), event.path("type").asString(), event.path("time").asString()));
    }

    final void note(Seen event) {
        synchronized (seen) {
            seen.add(event);
        }
    }

    /**
     * The events up to a position so far, in the order in which they came.
     *
     * @throws java.util.concurrent.CompletionException when it has failed
     */
    final List<Seen> upTo(long position) {
        if (running.isCompletedExceptionally()) {
            running.join();
        }
        synchronized (seen) {
            return seen.stream().filter(it -> it.position() <= position).toList();
        }
    }

    /** Number of reads that did not end by themselves. */
    final int brokenOff() {
        return brokenOff.get();
    }

    /** @throws java.util.concurrent.CompletionException when it has failed */
    @Override
    public void close() {
        closing.countDown();
        running.orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
