package roster.query.generation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of generations with their positions. Methods that lock a generation also set the search path to its tables. All methods run in
 * the caller's transaction.
 *
 * <p>
 * The search path is set for the session, not for the transaction: PostgreSQL 18 reports each change of it, upon which the driver discards
 * its prepared statements.
 */
public final class Generations {
    private static final String GENERATION = """
            select number, position, set_config('search_path', 'views_' || number, false) %s
              from views.generation
            """;
    /** For the transaction: the best plan depends on the size of the organization. */
    private static final String PLANNED_FOR_THE_VALUES_AT_HAND = ", set_config('plan_cache_mode', 'force_custom_plan', true)";
    /** Two integers, so that it cannot collide with the locks of the event store, whose keys are one bigint. */
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

    /** The live generation, for reading. */
    public Optional<Generation> live() {
        return jdbc.sql(TO_READ).param(layout).query(ROW).optional();
    }

    /** Locks the live generation. Empty when another transaction holds it or waits for it, or when there is none yet. */
    public Optional<Generation> lockLive() {
        return jdbc.sql(LIVE + " and pg_try_advisory_xact_lock_shared(" + FOLLOWING + ") for update skip locked")
                .param(layout).query(ROW).optional();
    }

    /** Locks the live generation, and waits for transactions that hold it. Empty when there is none yet. */
    public Optional<Generation> awaitLive() {
        // waiting for the row lock alone could last forever, because projections take it again and again; this lock stops them
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

    /**
     * A generation that readers use.
     *
     * @param layout version of its tables and of what is folded into them
     * @param since  when readers began to use it
     */
    public record LiveGeneration(int number, int layout, Instant since) {}

    public Optional<LiveGeneration> describeLive() {
        return jdbc.sql("select number, layout, coalesce(live_at, created_at) from views.generation where layout = ? and state = 'live'")
                .param(layout)
                .query((row, _) -> new LiveGeneration(row.getInt(1), row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    public void advance(Generation generation, long position) {
        jdbc.sql("update views.generation set position = ? where number = ?").param(position).param(generation.number()).update();
    }

    /** Creates a generation without tables. */
    public Generation begin(long position) {
        return jdbc.sql("insert into views.generation (layout, state, position) values (?, 'building', ?) returning number, position")
                .param(layout).param(position).query(ROW).single();
    }

    /** Makes readers use this generation from the commit on. */
    public void makeLive(Generation generation) {
        jdbc.sql("update views.generation set state = 'retired', retired_at = now() where layout = ? and state = 'live'")
                .param(layout).update();
        jdbc.sql("update views.generation set state = 'live', live_at = now() where number = ?").param(generation.number()).update();
    }

    /** Locks a generation that was retired at least {@code since} ago, so that no read uses it any more. */
    public Optional<Generation> lockRetired(Duration since) {
        return jdbc.sql("""
                select number, position from views.generation
                 where state = 'retired' and retired_at < now() - make_interval(secs => ?)
                 order by number limit 1 for update skip locked""")
                .param(since.toSeconds()).query(ROW).optional();
    }

    /** Locks an unfinished generation of a builder that died. Only for the holder of the build lock. */
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
