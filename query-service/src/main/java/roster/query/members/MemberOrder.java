package roster.query.members;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.word.Word;
import roster.query.http.Cursors;
import roster.query.member.MemberRow;
import roster.query.member.SortKey;

/** Order of a list of members. Equal values are ordered by id, so that a page can continue after any row. */
public record MemberOrder(By by, boolean descending) {
    public static final String DEFAULT = "name";

    public enum By implements Word {
        NAME("name_key", "?"),
        EMAIL("email_key", "?"),
        SINCE("since", "?::timestamptz");

        private final String column;
        private final String parameter;

        By(String column, String parameter) {
            this.column = column;
            this.parameter = parameter;
        }
    }

    /**
     * Rows with the same sort column.
     *
     * @param condition SQL that selects these rows; empty for all
     */
    public record Section(String column, String condition) {}

    /** @throws IllegalArgumentException unless it is one of the columns, optionally with a leading minus sign */
    public static MemberOrder of(String text) {
        boolean descending = text.startsWith("-");
        return new MemberOrder(Word.read(By.class, descending ? text.substring(1) : text), descending);
    }

    /**
     * The sections of a list. Members who accepted their invitation after the first page was read stay where they were then, so that no page
     * repeats or omits them.
     *
     * @param firstPage position of the newest {@code since} when the first page was read; null for the first page
     */
    Stream<Section> sections(@Nullable Long firstPage) {
        return by != By.SINCE || firstPage == null
                ? Stream.of(new Section(by.column, ""))
                : Stream.of(new Section(by.column, " and since_position <= " + firstPage),
                        new Section("invited_at", " and since_position > " + firstPage));
    }

    /** The order within a section. */
    String sql(Section section) {
        return sql(section.column);
    }

    /** The order of all sections together. */
    String sql(@Nullable Long firstPage) {
        return sql(by != By.SINCE || firstPage == null
                ? by.column
                : "case when since_position > " + firstPage + " then invited_at else since end");
    }

    private String sql(String column) {
        var direction = descending ? " desc" : "";
        return " order by " + column + direction + ", member_id" + direction;
    }

    /** Condition for the rows after a place; its parameters are the value and the id. */
    String afterSql(Section section) {
        return " and (" + section.column + ", member_id) " + (descending ? "<" : ">") + " (" + by.parameter + ", ?)";
    }

    /** The value that a row is ordered by. */
    String value(MemberRow row, long firstPage) {
        return switch (by) {
            case NAME -> SortKey.of(row.member().name());
            case EMAIL -> SortKey.of(row.member().email());
            case SINCE -> (row.places().since() > firstPage ? row.invitedAt() : row.member().since()).toString();
        };
    }

    /** True when the value of a cursor can be compared with the column. */
    boolean accepts(String value) {
        return switch (by) {
            case NAME, EMAIL -> value.indexOf('\0') < 0;
            case SINCE -> Cursors.isInstant(value);
        };
    }
}
