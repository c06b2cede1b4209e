package roster.query.generation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.sql.AnyColumn;
import roster.sql.Column;
import roster.sql.Columns;
import roster.sql.NullableColumn;

/**
 * A table of a view: its SQL follows from its columns.
 *
 * @param key     the columns of the primary key
 * @param indexes of {@code create index on table …}, what follows the name of the table
 * @param mapper  reads the columns of a row
 */
public record Table<R>(String name, Columns<R> columns, List<Column<R, ?>> key, List<String> indexes, RowMapper<R> mapper) {
    /** Without key and indexes, which are quicker made when the rows are there. */
    Stream<String> create() {
        var definitions = columns.inOrder().stream()
                .map(it -> it.name() + " " + it.type().name() + (it instanceof NullableColumn ? "" : " not null"));
        return Stream.of("create table " + name + " (" + definitions.collect(Collectors.joining(", ")) + ")");
    }

    /** And the statistics that make the first answers as quick as later ones. */
    Stream<String> index() {
        return Stream.of(
                Stream.of("alter table " + name + " add primary key (" + keyNames() + ")"),
                indexes.stream().map(it -> "create index on " + name + " " + it),
                Stream.of("analyze " + name))
                .flatMap(it -> it);
    }

    /** {@code select … from …}, with all columns. */
    public String select() {
        return "select " + columns.names() + " from " + name;
    }

    /** For a table that was made in the same transaction. */
    public String copy() {
        return "copy " + name + " (" + columns.names() + ") from stdin (freeze)";
    }

    /** The stored rows with one of these values. */
    public List<R> load(JdbcClient jdbc, Column<R, UUID> column, Collection<UUID> values) {
        return values.isEmpty() ? List.of()
                : jdbc.sql(select() + " where " + column.name() + " = any (?::uuid[])").param(values.toArray(UUID[]::new)).query(mapper)
                        .list();
    }

    /** Adds rows, none of which is there yet. */
    public void insert(JdbcClient jdbc, Collection<R> rows) {
        insert(jdbc, rows, "");
    }

    /** Adds rows, and replaces those that are there. */
    public void upsert(JdbcClient jdbc, Collection<R> rows) {
        insert(jdbc, rows, "do update set (" + columns.names() + ") = row(excluded.*)");
    }

    /** @param onConflict what to do about a row that is there as {@code was}; empty for a failure */
    public void insert(JdbcClient jdbc, Collection<R> rows, String onConflict) {
        jdbc.sql("insert into " + name + " as was (" + columns.names() + ") " + columns.selectUnnest("new")
                + (onConflict.isEmpty() ? "" : " on conflict (" + keyNames() + ") " + onConflict))
                .params(columns.arrays(rows)).update();
    }

    private String keyNames() {
        return key.stream().map(AnyColumn::name).collect(Collectors.joining(", "));
    }
}
