package roster.query.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.http.Cursor;
import roster.query.http.Limit;

/** Query of a page of API tokens, newest first, with the place after which it starts. */
record ApiTokenPage(ApiTokenFilter filter, Limit limit, @Nullable Place after) {
    /** The last token of the previous page: time of creation and id. */
    record Place(Instant createdAt, UUID tokenId) {}

    static ApiTokenPage after(@Nullable String cursor, ApiTokenFilter filter, Limit limit) {
        return new ApiTokenPage(filter, limit, cursor == null ? null : place(cursor, filter));
    }

    String cursorAfter(ApiTokenView last) {
        return Cursor.write(filter.toString(), List.of(last.createdAt().toString(), last.tokenId().toString()));
    }

    private static Place place(String cursor, ApiTokenFilter filter) {
        var parts = Cursor.read(cursor, filter.toString(), 2);
        try {
            if (Cursor.isInstant(parts.getFirst())) {
                return new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
            }
        } catch (IllegalArgumentException _) {
            // reported below
        }
        throw Cursor.rubbish();
    }
}
