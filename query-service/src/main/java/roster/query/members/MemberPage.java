package roster.query.members;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.http.Cursors;
import roster.query.http.Limit;
import roster.query.member.MemberRow;
import roster.query.moment.Cut;

/** Query of a page of members: filter, order, and the place after which it starts. */
public record MemberPage(MemberFilter filter, MemberOrder order, Limit limit, Cut cut, @Nullable Place after) {
    /**
     * The last row of the previous page: its value in the sort column, and its id.
     *
     * @param firstPage position of the newest {@code since} when the first page was read
     */
    public record Place(String value, UUID memberId, long firstPage) {}

    public static MemberPage after(Cursors cursors, @Nullable String cursor, MemberFilter filter, MemberOrder order, Limit limit,
            Cut cut) {
        return new MemberPage(filter, order, limit, cut,
                cursor == null ? null : place(cursors, cursor, question(filter, order, cut), order));
    }

    /** Number of rows to read: one more than the page has. */
    int rows() {
        return limit.rows() + 1;
    }

    /** Null for the first page. */
    @Nullable
    Long firstPage() {
        return after == null ? null : after.firstPage;
    }

    /** Appends the condition for the rows after the previous page, if there is one. */
    void after(MemberOrder.Section section, StringBuilder sql, List<Object> parameters) {
        if (after != null) {
            sql.append(order.afterSql(section));
            parameters.add(after.value);
            parameters.add(after.memberId);
        }
    }

    public String cursorAfter(Cursors cursors, MemberRow last, long firstPage) {
        return cursors.write(question(filter, order, cut),
                List.of(order.value(last, firstPage), last.member().memberId().toString(), Long.toString(firstPage)));
    }

    private static Place place(Cursors cursors, String cursor, String question, MemberOrder order) {
        var parts = cursors.read(cursor, question, 3);
        try {
            if (order.accepts(parts.getFirst())) {
                return new Place(parts.getFirst(), UUID.fromString(parts.get(1)), Long.parseLong(parts.getLast()));
            }
        } catch (IllegalArgumentException _) {
            // reported below
        }
        throw Cursors.rubbish();
    }

    private static String question(MemberFilter filter, MemberOrder order, Cut cut) {
        return filter + " " + order + (cut.isPast() ? " as of " + cut.position() : "");
    }
}
