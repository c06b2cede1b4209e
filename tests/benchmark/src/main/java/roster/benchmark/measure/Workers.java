package roster.benchmark.measure;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Waits for tasks, and fails as one of them fails. */
final class Workers {
    private Workers() {}

    static void await(Iterable<? extends Future<?>> tasks, ExecutorService threads) {
        try {
            for (var task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw new IllegalStateException("an operation has failed", e.getCause());
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
