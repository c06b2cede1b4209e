package roster.standalone;

import java.util.concurrent.CompletableFuture;

/** A server beside the launcher that can be started more than once. */
interface Server {
    String name();

    /** Starts it, and returns when it is ready. */
    void start();

    /** Completes when the process of the last start ends. */
    CompletableFuture<?> exit();

    void stop();
}
