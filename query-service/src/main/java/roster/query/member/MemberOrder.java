package roster.query.member;

import roster.query.http.Cursors;
import roster.query.http.Spelling;

/** Order of a list of members. Equal values are ordered by id, so that a page can continue after any row. */
record MemberOrder(By by, boolean descending) {
    static final String DEFAULT = "name";

    enum By {
        NAME("name_key", "?"),
        EMAIL("email_key", "?"),
        SINCE("since", "?::timestamptz");

        private final String column;
        private final String parameter;

        By(String column, String parameter) {
            this.column = column;
            this.parameter = parameter;
        }

        private String value(MemberRow row) {
            return switch (this) {
                case NAME -> SortKey.of(row.member().name());
                case EMAIL -> SortKey.of(row.member().email());
                case SINCE -> row.member().since().toString();
            };
        }
    }

    /** @throws IllegalArgumentException unless it is one of the columns, optionally with a leading minus sign */
    public static MemberOrder of(String text) {
        boolean descending = text.startsWith("-");
        return new MemberOrder(Spelling.read(By.class, descending ? text.substring(1) : text), descending);
    }

    String sql() {
        var direction = descending ? " desc" : "";
        return " order by " + by.column + direction + ", member_id" + direction;
    }

    /** Condition for the rows after a place; its parameters are the value and the id. */
    String afterSql() {
        return " and (" + by.column + ", member_id) " + (descending ? "<" : ">") + " (" + by.parameter + ", ?)";
    }

    String value(MemberRow row) {
        return by.value(row);
    }

    /** True when the value of a cursor can be compared with the column. */
    boolean accepts(String value) {
        return switch (by) {
            case NAME, EMAIL -> value.indexOf('\0') < 0;
            case SINCE -> Cursors.isInstant(value);
        };
    }
}
