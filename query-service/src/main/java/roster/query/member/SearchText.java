package roster.query.member;

/** Text to search in names and addresses. */
public record SearchText(String key) {
    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException for text that neither a name nor an address can contain */
    public static SearchText of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("has more than " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has a control character");
        }
        return new SearchText(SortKey.of(text));
    }

    /** Pattern for LIKE, with its special characters escaped. */
    String pattern() {
        return "%" + key.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
