package roster.query.http;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of CSV files (RFC 4180), which spreadsheets show without evaluating formulas in them. */
public final class Csv {
    /** Begin formulas in spreadsheets. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A line with its end. */
    public static String line(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that would be a formula begins with an apostrophe. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r') ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
