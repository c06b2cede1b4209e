package roster.benchmark.measure;

import java.io.IOException;

/** What is repeated. */
@FunctionalInterface
public interface Operation {
    /** @param due moment by {@link System#nanoTime()} at which it should begin */
    void run(long due) throws IOException;
}
