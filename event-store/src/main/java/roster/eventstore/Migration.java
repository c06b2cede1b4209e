package roster.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Brings a schema up to date as soon as its database is there, in a process that can be stopped meanwhile. */
public final class Migration {
    private Migration() {}

    /**
     * On another thread: a process whose main thread sleeps between attempts to connect could not be stopped while it waits.
     *
     * @param migrate tries until the database is there
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
