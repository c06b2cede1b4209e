package roster.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Place in a list that is continued by "Show more". The page's URL has the number of rows shown, so that a reload and Back show them again.
 *
 * @param rows  number of rows shown, including those before {@code after}
 * @param after cursor after which only further rows are requested; null for a complete page
 */
public record Place(int rows, @Nullable String after) {
    private static final int PAGE = 25;
    /** Rows that a complete page shows at most; further ones are shown by "Show more". */
    private static final int MOST = 500;
    /** Rows that query-service returns at once. */
    private static final int MOST_AT_ONCE = 200;

    /** @param more cursor of the next page; null at the end */
    public record Rows<T>(List<T> data, @Nullable String more) {}

    /** @param rows from the URL; anything else than a number of pages is ignored */
    public static Place of(@Nullable String rows, @Nullable String after) {
        int shown = rows != null && rows.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(rows), PAGE, MOST) : PAGE;
        return new Place(shown, after == null || after.isBlank() ? null : after);
    }

    /** Number of rows shown after a further "Show more". */
    public int continued() {
        return Math.min(rows + PAGE, MOST);
    }

    /** Reads the rows by pages. The parameters of a page are its length and its cursor. */
    public <T> Rows<T> read(BiFunction<Integer, @Nullable String, Rows<T>> page) {
        int wanted = after == null ? rows : PAGE;
        var all = new ArrayList<T>();
        var cursor = after;
        int limit;
        Rows<T> next;
        do {
            limit = Math.min(wanted - all.size(), MOST_AT_ONCE);
            next = page.apply(limit, cursor);
            all.addAll(next.data);
            cursor = next.more;
        } while (cursor != null && next.data.size() == limit && all.size() < wanted);
        return new Rows<>(all, cursor);
    }
}
