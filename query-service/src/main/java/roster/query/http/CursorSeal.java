package roster.query.http;

import java.util.Optional;

/** Seals cursors so that clients can neither read nor make them. */
public interface CursorSeal {
    /** @param question the query that the text belongs to */
    byte[] seal(String question, String text);

    /** Empty for what was not sealed here, about the same query. */
    Optional<String> open(String question, byte[] sealed);
}
