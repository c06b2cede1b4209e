package roster.query.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.query.member.SortKey;

/**
 * Pieces of words, by which an index finds every text that contains a word: from each character of the text, three characters, or as many as
 * there are. A word of one or two characters is the beginning of a piece. The pieces of each organization are different lexemes, so that a
 * search reads no others.
 */
final class Pieces {
    private static final int LENGTH = 3;

    private Pieces() {}

    /** A {@code tsvector} with the pieces of texts. */
    static String of(UUID organizationId, @Nullable String... texts) {
        var pieces = new LinkedHashSet<String>();
        for (var text : texts) {
            SortKey.words(text).forEach(word -> addFromEachCharacter(word, pieces));
        }
        return pieces.stream().map(it -> lexeme(organizationId, it)).collect(Collectors.joining(" "));
    }

    /**
     * A {@code tsquery} for texts that contain the words, and for a few that contain only their pieces.
     *
     * @param words at least one
     */
    static String query(UUID organizationId, Collection<String> words) {
        return words.stream().flatMap(Pieces::toFind).distinct()
                .map(it -> lexeme(organizationId, it) + (isComplete(it) ? "" : ":*")).collect(Collectors.joining(" & "));
    }

    private static Stream<String> toFind(String word) {
        var pieces = new LinkedHashSet<String>();
        addFromEachCharacter(word, pieces);
        return isComplete(word) ? pieces.stream().filter(Pieces::isComplete) : Stream.of(word);
    }

    private static boolean isComplete(String piece) {
        return piece.codePointCount(0, piece.length()) >= LENGTH;
    }

    private static void addFromEachCharacter(String word, Collection<String> pieces) {
        for (int from = 0; from < word.length(); from = word.offsetByCodePoints(from, 1)) {
            int left = Math.min(LENGTH, word.codePointCount(from, Math.min(word.length(), from + 2 * LENGTH)));
            pieces.add(word.substring(from, word.offsetByCodePoints(from, left)));
        }
    }

    /** Two organizations may rarely have the same prefix; rows that are found must still be compared with the organization. */
    private static String lexeme(UUID organizationId, String piece) {
        var prefix = Integer.toUnsignedString((int) organizationId.getLeastSignificantBits(), Character.MAX_RADIX);
        return "'" + prefix + ":" + piece.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
