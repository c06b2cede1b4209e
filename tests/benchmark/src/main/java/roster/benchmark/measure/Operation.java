package roster.benchmark.measure;

import java.io.IOException;

/** An operation that a loop repeats. */
@FunctionalInterface
public interface Operation {
    /** @param due moment by {@link System#nanoTime()} at which it should begin */
    void run(long due) throws IOException;
}
