package roster.query.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.word.Word;
import roster.query.generation.Layout;
import roster.query.generation.ProjectionDatabase;

/** The table of rebuilds. At most one of a layout is unfinished. An instance that carries one out knows its attempt, and loses it to a later one. */
@Component
public final class Rebuilds {
    private static final String KEPT = "interval '30 days'";
    private static final String PROGRESS = """
            select id, verify, state, attempt, events, total, begun_at, updated_at, requested_at, ended_at, reason, result from views.rebuild
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final int layout;

    Rebuilds(ProjectionDatabase database, Layout layout, JsonMapper json) {
        this.jdbc = database.jdbc();
        this.json = json;
        this.layout = layout.version();
    }

    /** A rebuild that an instance carries out. */
    record Attempt(UUID id, boolean verify, boolean initial, int number) {}

    /** Empty while another one is unfinished. */
    Optional<UUID> request(boolean verify, boolean initial) {
        forget(initial);
        return jdbc.sql("""
                insert into views.rebuild (id, layout, verify, initial, state) values (?, ?, ?, ?, 'waiting')
                    on conflict do nothing returning id""")
                .param(UUID.randomUUID()).param(layout).param(verify).param(initial).query(UUID.class).optional();
    }

    /** Keeps one failed attempt of the first build, which is repeated without limit. */
    private void forget(boolean initial) {
        jdbc.sql("delete from views.rebuild where updated_at < now() - " + KEPT
                + " or ? and layout = ? and initial and ended_at is not null and state = 'failed'")
                .param(initial).param(layout).update();
    }

    /** Begins the next attempt of the unfinished rebuild. Only for the holder of the build lock. */
    Optional<Attempt> begin() {
        return jdbc.sql("""
                update views.rebuild set attempt = attempt + 1, state = 'building', events = 0, total = null, begun_at = clock_timestamp(),
                       updated_at = clock_timestamp()
                 where layout = ? and ended_at is null returning id, verify, initial, attempt""")
                .param(layout)
                .query((row, _) -> new Attempt(row.getObject(1, UUID.class), row.getBoolean(2), row.getBoolean(3), row.getInt(4)))
                .optional();
    }

    /** False when a later attempt has begun. */
    boolean advance(Attempt attempt, RebuildState state, long events, @Nullable Long total) {
        return jdbc.sql("""
                update views.rebuild set state = ?, events = ?, total = ?, updated_at = clock_timestamp()
                 where id = ? and attempt = ? and ended_at is null""")
                .param(state.value()).param(events).param(total).param(attempt.id()).param(attempt.number()).update() == 1;
    }

    void end(Attempt attempt, RebuildState state, Rebuilt result) {
        jdbc.sql("""
                update views.rebuild set state = ?, events = ?, total = ?, result = ?::jsonb, updated_at = clock_timestamp(),
                       ended_at = clock_timestamp()
                 where id = ? and attempt = ? and ended_at is null""")
                .param(state.value()).param(result.events()).param(result.events()).param(json.writeValueAsString(result))
                .param(attempt.id()).param(attempt.number()).update();
    }

    void fail(Attempt attempt, String reason) {
        jdbc.sql("""
                update views.rebuild set state = 'failed', reason = ?, updated_at = clock_timestamp(), ended_at = clock_timestamp()
                 where id = ? and attempt = ? and ended_at is null""")
                .param(reason).param(attempt.id()).param(attempt.number()).update();
    }

    public Optional<RebuildProgress> unfinished() {
        return jdbc.sql(PROGRESS + " where layout = ? and ended_at is null").param(layout).query((row, _) -> read(row)).optional();
    }

    /** The result of the newest rebuild or verifying run. */
    Optional<Rebuilt> newestResult() {
        return jdbc.sql(PROGRESS + " where layout = ? and result is not null order by ended_at desc limit 1").param(layout)
                .query((row, _) -> read(row)).optional().map(RebuildProgress::result);
    }

    Optional<RebuildProgress> find(UUID id) {
        return jdbc.sql(PROGRESS + " where id = ?").param(id).query((row, _) -> read(row)).optional();
    }

    private RebuildProgress read(ResultSet row) throws SQLException {
        var state = Word.read(RebuildState.class, row.getString("state"));
        var events = row.getLong("events");
        var total = row.getObject("total", Long.class);
        var begun = instant(row, "begun_at");
        var updated = instant(row, "updated_at");
        var rate = RebuildProgress.rate(events, begun == null || updated == null ? null : Duration.between(begun, updated));
        var result = row.getString("result");
        return new RebuildProgress(row.getObject("id", UUID.class), RebuildController.VIEWS, row.getBoolean("verify"), state,
                row.getInt("attempt"), events, total, rate, RebuildProgress.timeLeft(state, events, total, rate),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(), instant(row, "ended_at"), row.getString("reason"),
                result == null ? null : json.readValue(result, Rebuilt.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
