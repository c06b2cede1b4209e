package roster.query.generation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a generation. */
public final class Layout {
    private final List<Table<?>> tables;
    private final int version;

    /** @param folding the version of what is folded into the tables */
    public Layout(int folding, List<Table<?>> tables) {
        this.tables = List.copyOf(tables);
        this.version = Stream.of(Stream.of(Integer.toString(folding)), create(), index()).flatMap(it -> it).collect(Collectors.joining(";"))
                .hashCode();
    }

    /**
     * Another one for other tables, and for other contents. A service follows and reads generations of its own layout only, and builds one
     * when there is none, so that old and new versions of it can run beside each other.
     */
    int version() {
        return version;
    }

    public void create(JdbcClient jdbc, Generation generation) {
        jdbc.sql("create schema views_" + generation.number()).update();
        jdbc.sql("set local search_path = views_" + generation.number()).update();
        create().forEach(it -> jdbc.sql(it).update());
    }

    /** Once the rows are there. */
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
