package roster.query.feed;

/** The id of a member or API token, or the name of an operator, who caused events. */
public record Author(String id) {
    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException for a text that is too long */
    public static Author of(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("is neither an id nor a name");
        }
        return new Author(text);
    }
}
