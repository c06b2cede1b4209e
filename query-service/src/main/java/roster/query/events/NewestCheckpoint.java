package roster.query.events;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.query.log.LogHeads;
import roster.query.proof.RootCheckpoint;

/** The newest checkpoint of the signed log as a message of streams. Read at most once a second for all streams of this instance. */
@Component
final class NewestCheckpoint {
    private static final Duration AGE = Duration.ofSeconds(1);

    private final LogHeads heads;
    private final JsonMapper json;
    private Optional<Message> newest = Optional.empty();
    private @Nullable Long readAt;

    NewestCheckpoint(LogHeads heads, JsonMapper json) {
        this.heads = heads;
        this.json = json;
    }

    /** @param position up to which the log has all events */
    record Message(long size, long position, String text) {}

    synchronized Optional<Message> message() {
        long now = System.nanoTime();
        if (readAt == null || now - readAt > AGE.toNanos()) {
            newest = heads.checkpoint()
                    .map(it -> new Message(it.size(), it.position(), "event: checkpoint\ndata: "
                            + json.writeValueAsString(RootCheckpoint.of(it)) + "\n\n"));
            readAt = now;
        }
        return newest;
    }
}
