package roster.query.feed;

/** Maximum number of events on a page. */
public record FeedLimit(int events) {
    public static final String DEFAULT = "100";
    private static final int MOST = 1_000;

    /** @throws IllegalArgumentException for anything but 1 to 1000 */
    public static FeedLimit of(String text) {
        try {
            int events = Integer.parseInt(text);
            if (events >= 1 && events <= MOST) {
                return new FeedLimit(events);
            }
        } catch (NumberFormatException _) {
            // reported below
        }
        throw new IllegalArgumentException("is not a whole number from 1 to " + MOST);
    }
}
