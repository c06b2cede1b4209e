package roster.query.export;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

import roster.query.event.EventRow;
import roster.query.feed.Feed;
import roster.query.feed.Feed.Entry;
import roster.query.feed.FeedFilter;
import roster.query.feed.FeedOrder;
import roster.query.feed.Range;
import roster.query.generation.LiveViews;
import roster.query.http.BrokenOff;

/**
 * A file with the events of a range, oldest first. Reads batch by batch, each in snapshots of its own, so that neither memory nor the duration
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

    /** While a batch is written, the data of the next one is read, and the rows of the one after it. */
    @Override
    public void writeTo(OutputStream to) throws IOException {
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var file = format.begin(to, json);
            var written = CompletableFuture.completedFuture(List.<Entry>of());
            for (var next = supplyAsync(() -> rows(range), ahead); next != null;) {
                var batch = next.get();
                next = batch.rest.isEmpty() ? null : supplyAsync(() -> rows(batch.rest), ahead);
                var entries = supplyAsync(() -> views.read(_ -> feed.entries(batch.rows)), ahead);
                write(written.get(), file);
                written = entries;
            }
            write(written.get(), file);
            file.end();
        } catch (ExecutionException e) {
            throw new BrokenOff(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenOff(e);
        }
    }

    /** @param rest the range after these events */
    private record Batch(List<EventRow> rows, Range rest) {}

    private Batch rows(Range range) {
        var rows = range.isEmpty() ? List.<EventRow>of() : views.read(_ -> feed.rows(filter, range, FeedOrder.OLDEST, BATCH));
        return new Batch(rows, range.startingAfter(rows.size() < BATCH ? range.upTo() : rows.getLast().position()));
    }

    private void write(List<Entry> events, EventFile file) throws IOException {
        for (var entry : events) {
            file.write(audited ? entry.event() : entry.event().withoutAudit());
        }
        file.flush();
    }
}
