package roster.query.generation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a generation. */
public final class Layout {
    private final List<Table<?>> tables;
    private final int version;

    /** @param folding version of the content that is folded into the tables */
    public Layout(int folding, List<Table<?>> tables) {
        this.tables = List.copyOf(tables);
        this.version = Stream.of(Stream.of(Integer.toString(folding)), create(), index()).flatMap(it -> it).collect(Collectors.joining(";"))
                .hashCode();
    }

    /**
     * Changes with the tables and with their content. An instance uses only generations of its own layout, and builds one when there is none,
     * so that old and new versions of the service can run at the same time.
     */
    public int version() {
        return version;
    }

    public List<Table<?>> tables() {
        return tables;
    }

    public void create(JdbcClient jdbc, Generation generation) {
        jdbc.sql("create schema views_" + generation.number()).update();
        jdbc.sql("set local search_path = views_" + generation.number()).update();
        create().forEach(it -> jdbc.sql(it).update());
    }

    /** Creates keys and indexes after the rows have been copied. */
    public void index(JdbcClient jdbc) {
        index().forEach(it -> jdbc.sql(it).update());
    }

    private Stream<String> create() {
        return tables.stream().flatMap(Table::create);
    }

    private Stream<String> index() {
        return tables.stream().flatMap(Table::index);
    }
}
