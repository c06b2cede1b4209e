package roster.notification.letter;

import java.util.regex.Pattern;

/** Text from outside as part of one line: it can neither start another line or header, nor turn the direction of reading. */
final class Line {
    private static final Pattern UNPRINTABLE = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private Line() {}

    static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }
}
