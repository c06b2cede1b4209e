package roster.notification.letter;

import java.util.regex.Pattern;

/**
 * Text from outside as part of one line: it can neither start another line or header, nor turn the direction of reading, nor hide
 * anything. Text in a script that is read from right to left is kept apart, so that what stands beside it stays where it is.
 */
final class Line {
    /** Format characters, but for the two that Persian and emoji are written with. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}[\\p{Cf}&&[^\\u200C\\u200D]]]+");
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    private Line() {}

    static String of(String text) {
        var line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
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
