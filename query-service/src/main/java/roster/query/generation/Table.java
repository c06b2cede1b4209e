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
import roster.sql.SqlType;

/**
 * A table of a view: its SQL follows from its columns.
 *
 * @param key     the columns of the primary key
 * @param indexes index definitions: the part of {@code create index on table …} after the name of the table
 * @param mapper  reads the columns of a row
 */
public record Table<R>(String name, Columns<R> columns, List<? extends AnyColumn<?>> key, List<String> indexes, RowMapper<R> mapper) {
    /** Statements that create the table without key and indexes, which are faster to create after the rows. */
    Stream<String> create() {
        var definitions = columns.inOrder().stream()
                .map(it -> it.name() + " " + it.type().name() + (it instanceof NullableColumn ? "" : " not null"));
        return Stream.of("create table " + name + " (" + definitions.collect(Collectors.joining(", ")) + ")");
    }

    /** Statements that create key and indexes, and the statistics for good plans from the start. */
    Stream<String> index() {
        return Stream.of(
                Stream.of("alter table " + name + " add primary key (" + keyNames() + ")"),
                indexes.stream().map(it -> "create index on " + name + " " + it),
                columns.inOrder().stream().filter(it -> it.type().equals(SqlType.TSVECTOR))
                        .map(it -> "alter table " + name + " alter column " + it.name() + " set statistics 0"),
                Stream.of("analyze " + name))
                .flatMap(it -> it);
    }

    /** {@code select … from …}, with all columns. */
    public String select() {
        return "select " + columns.names() + " from " + name;
    }

    /** COPY statement for a table that was created in the same transaction. */
    public String copy() {
        return "copy " + name + " (" + columns.names() + ") from stdin (freeze)";
    }

    /** The stored rows with one of these values. */
    public List<R> load(JdbcClient jdbc, Column<R, UUID> column, Collection<UUID> values) {
        return values.isEmpty() ? List.of()
                : jdbc.sql(select() + " where " + column.name() + " = any (?::uuid[])").param(values.toArray(UUID[]::new)).query(mapper)
                        .list();
    }

    /** Inserts new rows. */
    public void insert(JdbcClient jdbc, Collection<R> rows) {
        insert(jdbc, rows, "");
    }

    /** Inserts rows, and replaces existing ones. */
    public void upsert(JdbcClient jdbc, Collection<R> rows) {
        insert(jdbc, rows, "do update set (" + columns.names() + ") = row(excluded.*)");
    }

    /** @param onConflict action for an existing row, named {@code was}; empty to fail */
    public void insert(JdbcClient jdbc, Collection<R> rows, String onConflict) {
        jdbc.sql("insert into " + name + " as was (" + columns.names() + ") " + columns.selectUnnest("new")
                + (onConflict.isEmpty() ? "" : " on conflict (" + keyNames() + ") " + onConflict))
                .params(columns.arrays(rows)).update();
    }

    private String keyNames() {
        return key.stream().map(AnyColumn::name).collect(Collectors.joining(", "));
    }
}
