package roster.query.members;

import java.util.List;

import roster.query.member.SortKey;

/**
 * Text to search in names and addresses.
 *
 * @param words each occurs in the name or in the address, in any order
 */
public record SearchText(List<String> words) {
    private static final int LONGEST = 254;
    /** A name has at most 64 characters. */
    private static final int MOST_WORDS = 32;

    /** @throws IllegalArgumentException for text that neither a name nor an address can contain */
    public static SearchText of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("has more than " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has a control character");
        }
        var words = SortKey.words(text).stream().sorted().toList();
        if (words.size() > MOST_WORDS) {
            throw new IllegalArgumentException("has more than " + MOST_WORDS + " words");
        }
        return new SearchText(words);
    }

    /** True when it has no words, so that everything matches. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Patterns for LIKE, with its special characters escaped. */
    List<String> patterns() {
        return words.stream().map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%").toList();
    }

    /** Appends the conditions, each after {@code and}. */
    void sql(StringBuilder sql, List<Object> parameters) {
        patterns().forEach(pattern -> {
            sql.append(" and (name_key like ? or email_key like ?)");
            parameters.addAll(List.of(pattern, pattern));
        });
    }
}
