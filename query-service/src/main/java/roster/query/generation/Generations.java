package roster.query.generation;

import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which generations there are and how far each has come. What locks one also makes its tables the ones that unqualified SQL means; all
 * of it happens in the caller's transaction.
 *
 * <p>
 * The search path is set for the session, not for the transaction: PostgreSQL 18 reports each change of it, upon which the driver forgets
 * its prepared statements.
 */
public final class Generations {
    private static final String GENERATION = """
            select number, position, set_config('search_path', 'views_' || number, false) %s
              from views.generation
            """;
    /** For the transaction. What is quick for a small organization is not for a large one; look-ups by key need no plan of their own. */
    private static final String PLANNED_FOR_THE_VALUES_AT_HAND = ", set_config('plan_cache_mode', 'force_custom_plan', true)";
    /** Two integers, and thereby apart from the event store's locks, which have one bigint. */
    private static final String FOLLOWING = "7, 2";
    private static final String IS_LIVE = " where layout = ? and state = 'live'";
    private static final String TO_READ = GENERATION.formatted(PLANNED_FOR_THE_VALUES_AT_HAND) + IS_LIVE;
    private static final String TO_WRITE = GENERATION.formatted("");
    private static final String LIVE = TO_WRITE + IS_LIVE;
    private static final RowMapper<Generation> ROW = (row, _) -> new Generation(row.getInt(1), row.getLong(2));

    private final JdbcClient jdbc;
    private final int layout;

    public Generations(JdbcClient jdbc, Layout layout) {
        this.jdbc = jdbc;
        this.layout = layout.version();
    }

    /** The live one, to read from. */
    Optional<Generation> live() {
        return jdbc.sql(TO_READ).param(layout).query(ROW).optional();
    }

    /** The live one, unless somebody else has it or waits for it, or there is none yet. */
    public Optional<Generation> lockLive() {
        return jdbc.sql(LIVE + " and pg_try_advisory_xact_lock_shared(" + FOLLOWING + ") for update skip locked")
                .param(layout).query(ROW).optional();
    }

    /** The live one, whoever has it now. */
    public Optional<Generation> awaitLive() {
        // A row that changes hands all the time would never be had by waiting for it alone: those who follow it make way.
        jdbc.sql("select pg_advisory_xact_lock(" + FOLLOWING + ")").query().singleRow();
        return jdbc.sql(LIVE + " for update").param(layout).query(ROW).optional();
    }

    public Generation await(int number) {
        return jdbc.sql(TO_WRITE + " where number = ? for update").param(number).query(ROW).single();
    }

    public Optional<Long> livePosition() {
        return jdbc.sql("select position from views.generation where layout = ? and state = 'live'")
                .param(layout).query(Long.class).optional();
    }

    public void advance(Generation generation, long position) {
        jdbc.sql("update views.generation set position = ? where number = ?").param(position).param(generation.number()).update();
    }

    /** A new one without tables. */
    public Generation begin(long position) {
        return jdbc.sql("insert into views.generation (layout, state, position) values (?, 'building', ?) returning number, position")
                .param(layout).param(position).query(ROW).single();
    }

    /** From the commit on, readers read this one. */
    public void makeLive(Generation generation) {
        jdbc.sql("update views.generation set state = 'retired', retired_at = now() where layout = ? and state = 'live'")
                .param(layout).update();
        jdbc.sql("update views.generation set state = 'live' where number = ?").param(generation.number()).update();
    }

    /** One that nobody needs any more: retired for longer than any reading lasts, or left behind half built. */
    public Optional<Generation> lockRetired(Duration since) {
        return jdbc.sql("""
                select number, position from views.generation
                 where state = 'retired' and retired_at < now() - make_interval(secs => ?)
                 order by number limit 1 for update skip locked""")
                .param(since.toSeconds()).query(ROW).optional();
    }

    /** Those of builders that died; only for whoever is the one that builds. */
    public Optional<Generation> lockAbandoned() {
        return jdbc.sql("select number, position from views.generation where state = 'building' order by number limit 1 for update")
                .query(ROW).optional();
    }

    public void drop(Generation generation) {
        jdbc.sql("set local lock_timeout = '1s'").update();
        jdbc.sql("drop schema views_" + generation.number() + " cascade").update();
        jdbc.sql("delete from views.generation where number = ?").param(generation.number()).update();
    }
}
