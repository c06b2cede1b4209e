package roster.query.feed;

/** A place in the feed as a caller names it: a cursor or a position. */
public record Bookmark(String text) {
    private static final int LONGEST = 500;

    /** @throws IllegalArgumentException for a text that is too long */
    public static Bookmark of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("has more than " + LONGEST + " characters");
        }
        return new Bookmark(text);
    }
}
