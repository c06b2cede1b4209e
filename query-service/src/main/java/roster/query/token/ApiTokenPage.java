package roster.query.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.http.Cursor;
import roster.query.http.Limit;

/** A question for some API tokens, newest first, from a place on. */
record ApiTokenPage(ApiTokenFilter filter, Limit limit, @Nullable Place after) {
    /** Right after the token with this id that was created at this time. */
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
            // said below
        }
        throw Cursor.rubbish();
    }
}
