package roster.query.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.generation.Table;
import roster.query.rebuild.RowDifference.DifferenceKind;
import roster.sql.AnyColumn;

/** Compares the rows of a table in the live generation with those in another one. */
final class TableComparison {
    private static final int MOST_NAMED = 100;

    private final JdbcClient jdbc;
    private final Table<?> table;
    private final List<String> key;
    private final String differing;

    TableComparison(JdbcClient jdbc, Table<?> table, int live, int folded) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = table.key().stream().map(AnyColumn::name).toList();
        this.differing = " from views_" + live + "." + table.name() + " as live full join views_" + folded + "." + table.name()
                + " as folded using (" + String.join(", ", key) + ") where live is distinct from folded";
    }

    long count() {
        return jdbc.sql("select count(*)" + differing).query(Long.class).single();
    }

    /** The first differences in the order of the keys. */
    List<RowDifference> first() {
        var keys = key.stream().map(it -> it + "::text").collect(Collectors.joining(", "));
        return jdbc.sql("""
                select live.%1$s is null as missing, folded.%1$s is null as unfounded, array(
                         select name from jsonb_each(to_jsonb(live)) as one (name, value)
                           full join jsonb_each(to_jsonb(folded)) as other (name, value) using (name)
                          where one.value is distinct from other.value order by name) as columns, %2$s%3$s order by %4$s limit ?"""
                .formatted(key.getFirst(), keys, differing, String.join(", ", key)))
                .param(MOST_NAMED).query((row, _) -> difference(row)).list();
    }

    private RowDifference difference(ResultSet row) throws SQLException {
        var kind = row.getBoolean("missing") ? DifferenceKind.MISSING
                : row.getBoolean("unfounded") ? DifferenceKind.UNFOUNDED : DifferenceKind.CHANGED;
        var columns = kind == DifferenceKind.CHANGED ? Arrays.asList((String[]) row.getArray("columns").getArray()) : List.<String>of();
        return new RowDifference(table.name(), keyOf(row), kind, columns);
    }

    private Map<String, String> keyOf(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var column : key) {
            values.put(column, row.getString(column));
        }
        return values;
    }
}
