package roster.http.problem;

/** The body of a request is longer than any that is read: 413. */
public final class ContentTooLarge extends RuntimeException {
    public ContentTooLarge() {
        super("the body is too long", null, false, false);
    }
}
