package roster.query.rebuild;

import java.util.List;
import java.util.Map;

import roster.contract.word.Word;

/**
 * A row of the live views that is not as its events say. Contains no values but those of its key.
 *
 * @param key     the columns of the primary key, and their values
 * @param columns the columns that differ; empty unless both rows exist
 */
public record RowDifference(String table, Map<String, String> key, DifferenceKind kind, List<String> columns) {
    /** The kind of difference. */
    public enum DifferenceKind implements Word {
        /** The live views lack the row. */
        MISSING,
        /** The live views have a row without events. */
        UNFOUNDED,
        /** Columns have other values. */
        CHANGED;
    }

    @Override
    public String toString() {
        return "row " + key + " of " + table + " is " + kind.value() + (columns.isEmpty() ? "" : " in " + String.join(", ", columns));
    }
}
