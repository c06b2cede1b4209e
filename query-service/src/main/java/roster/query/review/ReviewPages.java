package roster.query.review;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.query.http.Cursors;
import roster.query.http.Limit;
import roster.query.http.Listing;
import roster.query.members.MemberOrder;
import roster.query.members.MemberPage;
import roster.query.members.MemberViews;
import roster.query.moment.Cut;

/** Reads pages of an access review: first the members in the order of names, then the API tokens in the order of their creation. */
@Component
final class ReviewPages {
    private static final MemberOrder ORDER = MemberOrder.of(MemberOrder.DEFAULT);
    private static final String MEMBERS = "m.";
    private static final String TOKENS = "t.";
    private static final long FIRST = -1;

    private final MemberViews members;
    private final Reviews reviews;
    private final LastUses uses;
    private final Cursors cursors;

    ReviewPages(MemberViews members, Reviews reviews, LastUses uses, Cursors cursors) {
        this.members = members;
        this.reviews = reviews;
        this.uses = uses;
        this.cursors = cursors;
    }

    /** A page without its position, and the cursor of the next one. */
    private record Page(List<ReviewedAccess> accesses, @Nullable String next) {}

    /** @param usage false to leave the last uses out */
    Listing<ReviewedAccess> read(ReviewFilter filter, Cut cut, Limit limit, @Nullable String after, boolean usage) {
        var page = after != null && after.startsWith(TOKENS)
                ? tokens(filter, cut, limit.rows(), place(after.substring(TOKENS.length()), filter, cut))
                : members(filter, cut, limit, after);
        return new Listing<>(usage ? uses.of(filter.organizationId(), page.accesses) : page.accesses, page.next,
                Long.toString(cut.position()));
    }

    private Page members(ReviewFilter filter, Cut cut, Limit limit, @Nullable String after) {
        if (after != null && !after.startsWith(MEMBERS)) {
            throw Cursors.rubbish();
        }
        var page = MemberPage.after(cursors, after == null ? null : after.substring(MEMBERS.length()), filter.ofMembers(), ORDER, limit,
                cut);
        var found = members.read(page);
        boolean more = found.size() > limit.rows();
        var rows = more ? found.subList(0, limit.rows()) : found;
        var accesses = reviews.members(filter.organizationId(), cut, rows);
        if (more) {
            return new Page(accesses, MEMBERS + page.cursorAfter(cursors, rows.getLast(), members.firstPage(page)));
        }
        return filter.includesTokens() ? filled(accesses, tokens(filter, cut, limit.rows() - rows.size(), FIRST))
                : new Page(accesses, null);
    }

    private static Page filled(List<ReviewedAccess> members, Page tokens) {
        var all = new ArrayList<>(members);
        all.addAll(tokens.accesses);
        return new Page(all, tokens.next);
    }

    private Page tokens(ReviewFilter filter, Cut cut, int room, long createdAfter) {
        var found = reviews.tokens(filter, cut, createdAfter, room + 1).accesses();
        boolean more = found.size() > room;
        var rows = more ? found.subList(0, room) : found;
        long end = rows.isEmpty() ? createdAfter : Long.parseLong(rows.getLast().granted().position());
        return new Page(rows, more ? TOKENS + cursors.write(question(filter, cut), List.of(Long.toString(end))) : null);
    }

    private long place(String cursor, ReviewFilter filter, Cut cut) {
        return Long.parseLong(cursors.read(cursor, question(filter, cut), 1).getFirst());
    }

    private static String question(ReviewFilter filter, Cut cut) {
        return "access review " + filter + (cut.isPast() ? " as of " + cut.position() : "");
    }
}
