package roster.standalone;

import java.util.concurrent.CompletableFuture;

/** Something that runs beside the launcher, and can be started more than once. */
interface Server {
    String name();

    /** Returns when it is ready. */
    void start();

    /** Completed when the one that was started last has ended. */
    CompletableFuture<?> exit();

    void stop();
}
