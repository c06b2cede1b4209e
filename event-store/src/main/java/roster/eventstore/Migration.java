package roster.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Migrates a schema as soon as its database is available. The process can be stopped while it waits. */
public final class Migration {
    private Migration() {}

    /**
     * Runs on another thread: a process whose main thread sleeps between attempts to connect could not be stopped while it waits.
     *
     * @param migrate retries until the database is available
     */
    public static void run(Runnable migrate) {
        try {
            CompletableFuture.runAsync(migrate).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the database was there", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a schema cannot be migrated", e.getCause());
        }
    }
}
