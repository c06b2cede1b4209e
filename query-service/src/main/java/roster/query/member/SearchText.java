package roster.query.member;

/** Part of a name or an address. */
record SearchText(String key) {
    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException for what no name and no address can contain */
    public static SearchText of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("has more than " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has a control character");
        }
        return new SearchText(SortKey.of(text));
    }

    /** For LIKE, whose own signs stand for themselves. */
    String pattern() {
        return "%" + key.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
