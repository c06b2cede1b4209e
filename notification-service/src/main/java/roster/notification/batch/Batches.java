package roster.notification.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import org.springframework.dao.DataIntegrityViolationException;

import roster.operation.reader.Rest;

/**
 * Carries out the requests of many threads together: those that arrive while one batch is carried out, and for as long again, form the next one.
 */
public final class Batches<Q, A> implements AutoCloseable {
    private static final int MOST = 500;

    private final Function<List<Q>, List<A>> action;
    private final BlockingQueue<Request<Q, A>> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;

    private record Request<Q, A>(Q question, CompletableFuture<A> answer) {}

    /** @param action returns the answers in the order of the requests */
    public Batches(String name, Function<List<Q>, List<A>> action) {
        this.action = action;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Returns the answer, or throws what the action has thrown. */
    public A ask(Q question) {
        var request = new Request<Q, A>(question, new CompletableFuture<>());
        waiting.add(request);
        if (!thread.isAlive()) {
            rejectAll();
        }
        try {
            return request.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        try {
            while (true) {
                var batch = new ArrayList<Request<Q, A>>();
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST - 1);
                var began = System.nanoTime();
                carryOut(batch);
                Rest.times(1).after(began);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private void carryOut(List<Request<Q, A>> batch) {
        try {
            var answers = action.apply(batch.stream().map(Request::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answers.get(i));
            }
        } catch (DataIntegrityViolationException e) {
            fail(batch, e);
        } catch (RuntimeException e) {
            batch.forEach(it -> it.answer.completeExceptionally(e));
        }
    }

    /** Finds the request that the database rejects: the others are carried out. */
    private void fail(List<Request<Q, A>> batch, DataIntegrityViolationException failure) {
        if (batch.size() == 1) {
            batch.getFirst().answer.completeExceptionally(failure);
        } else {
            batch.forEach(it -> carryOut(List.of(it)));
        }
    }

    private void rejectAll() {
        for (var request = waiting.poll(); request != null; request = waiting.poll()) {
            request.answer.completeExceptionally(new IllegalStateException("the service stops"));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rejectAll();
    }
}
