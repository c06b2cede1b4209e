package roster.query.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.http.Cursors;
import roster.query.http.Limit;

/** Query of a page of API tokens, newest first, with the place after which it starts. */
record ApiTokenPage(ApiTokenFilter filter, Limit limit, @Nullable Place after) {
    /** The last token of the previous page: time of creation and id. */
    record Place(Instant createdAt, UUID tokenId) {}

    static ApiTokenPage after(Cursors cursors, @Nullable String cursor, ApiTokenFilter filter, Limit limit) {
        return new ApiTokenPage(filter, limit, cursor == null ? null : place(cursors, cursor, filter));
    }

    String cursorAfter(Cursors cursors, ApiTokenView last) {
        return cursors.write(filter.toString(), List.of(last.createdAt().toString(), last.tokenId().toString()));
    }

    private static Place place(Cursors cursors, String cursor, ApiTokenFilter filter) {
        var parts = cursors.read(cursor, filter.toString(), 2);
        try {
            if (Cursors.isInstant(parts.getFirst())) {
                return new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
            }
        } catch (IllegalArgumentException _) {
            // reported below
        }
        throw Cursors.rubbish();
    }
}
