package roster.query.http;

import java.util.stream.Stream;

/** Lines of CSV files (RFC 4180), which spreadsheets show without evaluating formulas in them. */
public final class Csv {
    /** Begin formulas in spreadsheets. */
    private static final String FORMULA = "=+-@\t\r";
    private static final String QUOTED = ",\"\n\r";

    private Csv() {}

    /** A line of one cell or more, with its end. */
    public static String line(Stream<String> cells) {
        var line = new StringBuilder();
        cells.forEach(cell -> add(cell, line.append(',')));
        return line.append("\r\n").substring(1);
    }

    private static void add(String cell, StringBuilder line) {
        if (needsQuotes(cell)) {
            line.append('"').append(safe(cell).replace("\"", "\"\"")).append('"');
        } else {
            line.append(safe(cell));
        }
    }

    /** A text that would be a formula begins with an apostrophe. */
    private static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (QUOTED.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
