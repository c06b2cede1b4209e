package roster.query.events;

import java.io.IOException;
import java.io.OutputStream;

import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

import roster.query.feed.Feed;
import roster.query.feed.FeedFilter;
import roster.query.feed.FeedOrder;
import roster.query.feed.Range;
import roster.query.generation.LiveViews;

/**
 * A file with the events of a range, oldest first. Reads batch by batch, each in a snapshot of its own, so that neither memory nor the duration
 * of a transaction depends on the size of the file: the order of events up to a position does not change any more.
 */
final class Export implements StreamingResponseBody {
    private static final int BATCH = 1_000;

    private final LiveViews views;
    private final Feed feed;
    private final FeedFilter filter;
    private final Range range;
    private final boolean audited;
    private final EventFormat format;
    private final JsonMapper json;
    private boolean isFirst = true;

    /** @param audited false to leave out what needs {@code audit.read} */
    Export(LiveViews views, Feed feed, FeedFilter filter, Range range, boolean audited, EventFormat format, JsonMapper json) {
        this.views = views;
        this.feed = feed;
        this.filter = filter;
        this.range = range;
        this.audited = audited;
        this.format = format;
        this.json = json;
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
        format.begin(to);
        for (var rest = range; rest.after() < rest.upTo();) {
            rest = rest.startingAfter(write(rest, to));
        }
        format.end(to);
    }

    /** @return the position after which the rest of the range begins */
    private long write(Range rest, OutputStream to) throws IOException {
        var batch = views.read(_ -> feed.read(filter, rest, FeedOrder.OLDEST, BATCH));
        for (var entry : batch) {
            format.write(audited ? entry.event() : entry.event().withoutAudit(), isFirst, to, json);
            isFirst = false;
        }
        return batch.size() < BATCH ? rest.upTo() : batch.getLast().row().position();
    }
}
