package roster.query.member;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.http.Cursor;
import roster.query.http.Limit;

/** A question for some members, in an order, from a place on. */
record MemberPage(MemberFilter filter, MemberOrder order, Limit limit, @Nullable Place after) {
    /** Right after the member with this id and this value of what is ordered by. */
    record Place(String value, UUID memberId) {}

    static MemberPage after(@Nullable String cursor, MemberFilter filter, MemberOrder order, Limit limit) {
        return new MemberPage(filter, order, limit, cursor == null ? null : place(cursor, filter, order));
    }

    String cursorAfter(MemberRow last) {
        return Cursor.write(question(filter, order), List.of(order.value(last), last.member().memberId().toString()));
    }

    private static Place place(String cursor, MemberFilter filter, MemberOrder order) {
        var parts = Cursor.read(cursor, question(filter, order), 2);
        try {
            if (order.accepts(parts.getFirst())) {
                return new Place(parts.getFirst(), UUID.fromString(parts.getLast()));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Cursor.rubbish();
    }

    private static String question(MemberFilter filter, MemberOrder order) {
        return filter + " " + order;
    }
}
