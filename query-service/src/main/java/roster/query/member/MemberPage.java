package roster.query.member;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.http.Cursors;
import roster.query.http.Limit;

/** Query of a page of members: filter, order, and the place after which it starts. */
record MemberPage(MemberFilter filter, MemberOrder order, Limit limit, @Nullable Place after) {
    /** The last row of the previous page: its value in the sort column, and its id. */
    record Place(String value, UUID memberId) {}

    static MemberPage after(Cursors cursors, @Nullable String cursor, MemberFilter filter, MemberOrder order, Limit limit) {
        return new MemberPage(filter, order, limit, cursor == null ? null : place(cursors, cursor, filter, order));
    }

    String cursorAfter(Cursors cursors, MemberRow last) {
        return cursors.write(question(filter, order), List.of(order.value(last), last.member().memberId().toString()));
    }

    private static Place place(Cursors cursors, String cursor, MemberFilter filter, MemberOrder order) {
        var parts = cursors.read(cursor, question(filter, order), 2);
        try {
            if (order.accepts(parts.getFirst())) {
                return new Place(parts.getFirst(), UUID.fromString(parts.getLast()));
            }
        } catch (IllegalArgumentException _) {
            // reported below
        }
        throw Cursors.rubbish();
    }

    private static String question(MemberFilter filter, MemberOrder order) {
        return filter + " " + order;
    }
}
