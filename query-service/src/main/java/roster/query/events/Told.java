package roster.query.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

import roster.query.event.EventRow;
import roster.query.feed.Feed.Entry;
import roster.query.feed.FeedEvent;

/** An event as it is sent to all readers of streams: encoded once for all of them. */
final class Told {
    private final EventRow row;
    private final byte[] audited;
    private final byte[] plain;

    private Told(EventRow row, byte[] audited, byte[] plain) {
        this.row = row;
        this.audited = audited;
        this.plain = plain;
    }

    static Told of(Entry entry, JsonMapper json) {
        return new Told(entry.row(), message(entry.event(), json), message(entry.event().withoutAudit(), json));
    }

    private static byte[] message(FeedEvent event, JsonMapper json) {
        return ("id: " + event.position() + "\ndata: " + json.writeValueAsString(event) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    EventRow row() {
        return row;
    }

    /** @param toAuditor for callers with {@code audit.read} */
    void write(boolean toAuditor, OutputStream to) throws IOException {
        to.write(toAuditor ? audited : plain);
    }
}
