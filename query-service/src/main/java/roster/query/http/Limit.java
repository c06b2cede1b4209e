package roster.query.http;

/** Maximum number of rows on a page. */
public record Limit(int rows) {
    public static final String DEFAULT = "50";
    private static final int MOST = 200;

    /** @throws IllegalArgumentException for anything but 1 to 200 */
    public static Limit of(String text) {
        try {
            int rows = Integer.parseInt(text);
            if (rows >= 1 && rows <= MOST) {
                return new Limit(rows);
            }
        } catch (NumberFormatException _) {
            // reported below
        }
        throw new IllegalArgumentException("is not a whole number from 1 to " + MOST);
    }
}
