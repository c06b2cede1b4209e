package roster.notification.message;

import java.util.regex.Pattern;

/**
 * Sanitizes external text for use within one line: it cannot start another line or header, change the text direction, hide characters, or
 * look like an encoded word (RFC 2047), which mail programs would decode in a header.
 * Right-to-left text is isolated, so that it does not reorder the text beside it.
 */
final class Line {
    /** Control and format characters, except the two that Persian and emoji need. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}[\\p{Cf}&&[^\\u200C\\u200D]]]+");
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    private Line() {}

    static String of(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll(" ").strip().replace("=?", "= ?");
        return line.codePoints().anyMatch(Line::isReadFromRightToLeft)
                ? FIRST_STRONG_ISOLATE + line + POP_DIRECTIONAL_ISOLATE
                : line;
    }

    private static boolean isReadFromRightToLeft(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }
}
