package roster.query.export;

import java.io.IOException;

import roster.query.feed.FeedEvent;

/** A file with events that is being written. */
interface EventFile {
    void write(FeedEvent event) throws IOException;

    /** Passes on what was written. */
    default void flush() {}

    default void end() throws IOException {}
}
