package roster.operation.reader;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * State of a reader.
 *
 * @param position   position in the event store up to which it has read; null when it is unknown, or when the reader has none
 * @param lag        what it has not read: positions, records or results
 * @param lagTime    age of the oldest that it has not read; zero when it has read everything
 * @param standstill null while it gets on
 */
public record ReaderState(@Nullable Long position, long lag, Duration lagTime, @Nullable Standstill standstill) {}
