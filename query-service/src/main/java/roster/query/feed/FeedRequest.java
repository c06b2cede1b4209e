package roster.query.feed;

import java.util.List;

import roster.query.http.Cursors;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;

/** Reads and writes the places at which pages of one filter end: sealed cursors, or positions. */
public record FeedRequest(Cursors cursors, FeedFilter filter) {
    /**
     * @param parameter its name
     * @throws QueryRejected for anything else, and for a cursor of another organization or filter
     */
    public long position(Bookmark place, String parameter) {
        if (Moment.isPosition(place.text())) {
            return Long.parseLong(place.text());
        }
        return cursors.open(place.text(), question(), 1).map(it -> Long.parseLong(it.getFirst()))
                .orElseThrow(() -> QueryRejected.parameter(parameter, "is neither a cursor of this list nor a position"));
    }

    String cursor(long position) {
        return cursors.write(question(), List.of(Long.toString(position)));
    }

    private String question() {
        return "events " + filter;
    }
}
