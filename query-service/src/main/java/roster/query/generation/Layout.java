package roster.query.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a generation. */
public final class Layout {
    /**
     * To be raised with every change of the tables or of what is folded into them: a service follows and reads generations of its own
     * layout only, and builds one when there is none, so that old and new versions of it can run beside each other.
     */
    public static final int VERSION = 7;

    private final JdbcClient jdbc;

    public Layout(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without indexes, which are quicker made when the rows are there. */
    public void create(Generation generation) {
        jdbc.sql("create schema views_" + generation.number()).update();
        jdbc.sql("set local search_path = views_" + generation.number()).update();
        jdbc.sql(script("tables.sql")).update();
    }

    /** And the statistics that make the first answers as quick as later ones. */
    public void index() {
        jdbc.sql(script("indexes.sql")).update();
    }

    private static String script(String name) {
        try (var script = Objects.requireNonNull(Layout.class.getResourceAsStream(name))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
