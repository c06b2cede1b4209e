package roster.query.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV files (RFC 4180) with a head. */
final class CsvLines {
    private CsvLines() {}

    /** Each line by the names of the columns. */
    static List<Map<String, String>> of(String file) {
        var records = records(file);
        var lines = new ArrayList<Map<String, String>>();
        for (var record : records.subList(1, records.size())) {
            var line = new LinkedHashMap<String, String>();
            for (int i = 0; i < record.size(); i++) {
                line.put(records.getFirst().get(i), record.get(i));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> records(String file) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < file.length(); i++) {
            char c = file.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < file.length() && file.charAt(i + 1) == '"') {
                    cell.append(file.charAt(++i));
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\r')) {
                record.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    records.add(List.copyOf(record));
                    record.clear();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        return records;
    }
}
