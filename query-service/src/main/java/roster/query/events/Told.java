package roster.query.events;

import tools.jackson.databind.json.JsonMapper;

import roster.query.event.EventRow;
import roster.query.feed.Feed.Entry;
import roster.query.feed.FeedEvent;

/**
 * An event as it is sent to all readers of streams.
 *
 * @param audited for callers with {@code audit.read}
 * @param plain   for all others
 */
record Told(EventRow row, String audited, String plain) {
    static Told of(Entry entry, JsonMapper json) {
        return new Told(entry.row(), message(entry.event(), json), message(entry.event().withoutAudit(), json));
    }

    private static String message(FeedEvent event, JsonMapper json) {
        return "id: " + event.position() + "\ndata: " + json.writeValueAsString(event) + "\n\n";
    }

    String message(boolean toAuditor) {
        return toAuditor ? audited : plain;
    }
}
