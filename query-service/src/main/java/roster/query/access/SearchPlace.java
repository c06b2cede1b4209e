package roster.query.access;

import java.util.List;

import roster.http.problem.FieldError;
import roster.http.problem.Malformed;
import roster.query.access.SearchRequest.Page;
import roster.query.http.Cursors;

/**
 * Where a page of a search begins.
 *
 * @param after last id or name of the previous page; empty for the first page
 * @param limit maximum number of results
 */
record SearchPlace(String after, int limit) {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /**
     * @param question the search without its page
     * @throws Malformed for a page that this search does not have
     */
    static SearchPlace of(Page page, String question, Cursors cursors) {
        if (page.limit() != null && page.limit() < 0) {
            throw new Malformed(FieldError.pointer("/page/limit", "is negative"));
        }
        if (page.token() == null) {
            return new SearchPlace("", page.limit() == null ? USUAL : Math.min(MOST, page.limit()));
        }
        var parts = cursors.open(page.token(), question, 2)
                .orElseThrow(() -> new Malformed(FieldError.pointer("/page/token", "is not the token of a page of this search")));
        var place = new SearchPlace(parts.getLast(), Integer.parseInt(parts.getFirst()));
        if (page.limit() != null && Math.min(MOST, page.limit()) != place.limit) {
            throw new Malformed(FieldError.pointer("/page/limit", "is not the limit of the previous page"));
        }
        return place;
    }

    /** The token of the next page. */
    String token(String last, String question, Cursors cursors) {
        return cursors.write(question, List.of(Integer.toString(limit), last));
    }
}
