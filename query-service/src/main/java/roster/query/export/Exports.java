package roster.query.export;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

import roster.query.consistency.ConsistentRead;
import roster.query.feed.Between;
import roster.query.feed.Feed;
import roster.query.feed.FeedFilter;
import roster.query.feed.FeedRequest;
import roster.query.generation.LiveViews;
import roster.query.http.Cursors;
import roster.query.http.Downloads;
import roster.query.moment.Cuts;
import roster.query.problem.QueryRejected;

/** Begins files with events. */
@Component
public final class Exports {
    /** What a verifier of the signed log needs beside the file, relative to the address of the feed of an organization. */
    private static final String LOG = Stream.of("checkpoint", "entries", "heads")
            .map(it -> "<log/" + it + ">; rel=\"related\"; title=\"" + it + "\"").collect(Collectors.joining(", "));

    private final LiveViews views;
    private final Feed feed;
    private final Cuts cuts;
    private final Cursors cursors;
    private final JsonMapper json;
    private final Downloads downloads;

    Exports(LiveViews views, Feed feed, Cuts cuts, Cursors cursors, JsonMapper json, Downloads downloads) {
        this.views = views;
        this.feed = feed;
        this.cuts = cuts;
        this.cursors = cursors;
        this.json = json;
        this.downloads = downloads;
    }

    /** @throws QueryRejected as unavailable while too many are being written */
    public ResponseEntity<StreamingResponseBody> begin(FeedFilter filter, Between between, boolean audited, ConsistentRead read,
            HttpServletRequest request) {
        var asked = between.places(new FeedRequest(cursors, filter));
        var range = between.period().readBy(read)
                .answer(position -> asked.and(between.period().range(filter.organizationId(), cuts, Long.parseLong(position))));
        var format = format(request);
        var export = new Export(views, feed, filter, range, audited, format, json);
        var file = downloads.begin(format.type(), export);
        return audited && filter.organizationId() != null ? withLog(file) : file;
    }

    private static ResponseEntity<StreamingResponseBody> withLog(ResponseEntity<StreamingResponseBody> file) {
        return ResponseEntity.status(file.getStatusCode()).headers(file.getHeaders()).header(HttpHeaders.LINK, LOG).body(file.getBody());
    }

    @SuppressWarnings("unchecked")
    private static EventFormat format(HttpServletRequest request) {
        var negotiated = (Set<MediaType>) request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        return EventFormat.of(Objects.requireNonNull(negotiated).iterator().next());
    }
}
