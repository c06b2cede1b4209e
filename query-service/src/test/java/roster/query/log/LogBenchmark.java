package roster.query.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.contract.role.Role;
import roster.eventstore.Subscription;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.postgres.Database;
import roster.operation.reconcile.Reconciler;
import roster.operation.reconcile.ReconcilerProperties;
import roster.query.Acme;
import roster.query.FreshDatabase;
import roster.query.Recorder;
import roster.query.log.watch.SignedTrees;
import roster.query.log.watch.StoreLogComparison;
import roster.query.log.witness.WitnessClient;
import roster.recordlog.merkle.MerkleProof;
import roster.recordlog.note.NoteSigner;

/**
 * Prints how fast trees are built, how long a proof takes, what an event takes on disk, what the reader costs appends, and when the watch finds a change. By hand, with {@code -Dtest=LogBenchmark}
 * and {@code -Droster.benchmark.events=1000000}.
 */
@EnabledIfSystemProperty(named = "roster.benchmark.events", matches = "[0-9]+")
class LogBenchmark {
    private static final int EVENTS = Integer.getInteger("roster.benchmark.events", 1_000_000);
    private static final int PROOFS = 5_000;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int WRITERS = 4;
    private static final int CHANGES = 20;
    private static final String KEY = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    /** Half of the events are of one organization, the others of a thousand. About 1,000 bytes each. */
    private static final String WRITE = """
            insert into event_store.event (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, sealed)
            select gen_random_uuid(), gen_random_uuid(), 0, 'member.invited', 1,
                   case when i %% 2 = 0 then '00000000-0000-0000-0000-0000000000aa'::uuid else ('00000000-0000-0000-0001-' || lpad((i %% 1000)::text, 12, '0'))::uuid end,
                   jsonb_build_object('memberId', gen_random_uuid(), 'organization', jsonb_build_object('id', gen_random_uuid(), 'slug', 'acme', 'name', 'Acme'),
                                      'invitationId', gen_random_uuid(), 'name', 0, 'email', 1, 'role', 'developer', 'expiresAt', now(), 'note', repeat('x', 150)),
                   jsonb_build_object('organizationId', gen_random_uuid(), 'actor', jsonb_build_object('kind', 'member', 'id', gen_random_uuid()),
                                      'correlationId', gen_random_uuid(), 'causationId', gen_random_uuid(), 'requestId', gen_random_uuid()),
                   decode(repeat(md5(i::text), 6), 'hex')
              from generate_series(1, %d) as i""";
    private static final UUID LARGE = UUID.fromString("00000000-0000-0000-0000-0000000000aa");

    private final Database database = FreshDatabase.create();
    private final JdbcClient owner = JdbcClient
            .create(new DriverManagerDataSource(database.jdbcUrl(), "postgres", database.passwords().superuser()));

    private LogReader reader(HikariDataSource pool) {
        var settings = new LogProperties(KEY, "log.example", Duration.ofSeconds(10), "", "");
        return new LogReader(pool, new DataKeys(MasterKeys.of(Recorder.MASTER_KEYS), new SimpleMeterRegistry()), new SignedBefore(""),
                settings.signingKeys(), new WitnessClient(JdbcClient.create(pool), List.of()), settings);
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername("roster_query");
        pool.setPassword(database.passwords().query());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    @Test
    void trees_proofs_and_space() {
        owner.sql(String.format(Locale.ROOT, WRITE, EVENTS)).update();
        owner.sql("vacuum analyze event_store.event").update();
        try (var pool = pool()) {
            var reader = reader(pool);
            long began = System.nanoTime();
            long cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
            reader.writeCheckpoint();
            double seconds = (System.nanoTime() - began) / 1e9;
            double busy = (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - cpu) / 1e9;
            System.out.printf(Locale.ROOT, "built: %d events in %.1f s, %.0f leaves/s (two trees each), %.1f s of processor time%n", EVENTS,
                    seconds,
                    EVENTS / seconds, busy);
            List.of("tile", "recent_leaf", "tree").forEach(it -> owner.sql("vacuum full analyze record_log." + it).update());
            var bytes = owner.sql("select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = relnamespace"
                    + " where nspname = 'record_log' and relkind = 'r'").query(Long.class).single();
            var events = owner.sql("select pg_total_relation_size('event_store.event')").query(Long.class).single();
            System.out.printf(Locale.ROOT, "space: %.0f bytes per event, beside %.0f of the event store%n", (double) bytes / EVENTS,
                    (double) events / EVENTS);
            proofs(JdbcClient.create(pool));
        }
    }

    private void proofs(JdbcClient jdbc) {
        var trees = new LogTrees(jdbc);
        var heads = new LogHeads(jdbc);
        var events = new StoredEvents(jdbc);
        var random = new Random(1);
        var positions = owner.sql("select position from event_store.event where organization_id = ? order by random() limit ?").param(LARGE)
                .param(PROOFS).query(Long.class).list();
        var micros = new long[positions.size()];
        for (int i = 0; i < micros.length; i++) {
            long began = System.nanoTime();
            var head = heads.newest(LARGE).orElseThrow();
            long index = trees.indexOf(LARGE, positions.get(i)).orElseThrow();
            var leaf = events.readAt(List.of(positions.get(i))).getFirst().hash();
            var path = trees.inclusion(LARGE, index, head.size());
            var proof = heads.proof(head, heads.checkpoint().orElseThrow());
            micros[i] = (System.nanoTime() - began) / 1_000;
            if (random.nextInt(100) == 0) {
                assertThat(MerkleProof.isIncluded(leaf, index, head.size(), path, head.head().checkpoint().root())).isTrue();
                assertThat(proof.proves(head.head().entry())).isTrue();
            }
        }
        Arrays.sort(micros);
        System.out.printf(Locale.ROOT, "proof of one event and its head: p50 %d us, p99 %d us, max %d us%n", micros[micros.length / 2],
                micros[micros.length * 99 / 100], micros[micros.length - 1]);
    }

    /** With the settings of the service, in the middle of passes over all events. */
    @Test
    void time_until_a_change_among_the_newest_events_is_an_alarm() throws InterruptedException {
        owner.sql(String.format(Locale.ROOT, WRITE, EVENTS)).update();
        owner.sql("vacuum analyze event_store.event").update();
        owner.sql("alter table event_store.event disable trigger append_only").update();
        var random = new Random(1);
        try (var pool = pool()) {
            reader(pool).writeCheckpoint();
            var keys = new LogKeys("log.example", List.of(NoteSigner.ofLog("log.example", Base64.getDecoder().decode(KEY)).verifier()),
                    List.of());
            try (var watch = new Reconciler(new StoreLogComparison(pool, new SignedTrees(keys.keys())), pool,
                    new ReconcilerProperties(0.25, Duration.ZERO, Duration.ofSeconds(10)))) {
                watch.start();
                var millis = new long[CHANGES];
                for (int i = 0; i < CHANGES; i++) {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(20_000));
                    millis[i] = untilFound(EVENTS - random.nextInt(10_000));
                }
                System.out.printf(Locale.ROOT, "changes of one of the newest 10,000 of %d events, until they are alarms: %s ms%n", EVENTS,
                        Arrays.toString(millis));
            }
        }
    }

    private long untilFound(long position) throws InterruptedException {
        long began = System.nanoTime();
        assertThat(owner.sql("update event_store.event set recorded_at = recorded_at - interval '1 day' where position = ?").param(position)
                .update()).isOne();
        while (!owner.sql("select exists (select from record_log.alarm where what like ?)").param("%position " + position + " %")
                .query(Boolean.class).single()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Rounds with and without the reader, in turns. */
    @Test
    void appends_with_the_reader_and_without() throws InterruptedException {
        try (var recorder = new Recorder(database); var pool = pool()) {
            var acme = Acme.named("benchmark");
            recorder.record(acme.id(), acme.founded());
            appends(recorder, acme);
            double with = 0;
            double without = 0;
            for (int i = 0; i < ROUNDS; i++) {
                without += appends(recorder, acme);
                var log = new Subscription("log", reader(pool), LogConfiguration.REST);
                log.start();
                with += appends(recorder, acme);
                log.close();
                System.out.printf(Locale.ROOT, "round %d: without %.0f, with %.0f appends in all%n", i, without, with);
            }
            System.out.printf(Locale.ROOT, "appends: %.0f/s without, %.0f/s with the reader, ratio %.3f%n",
                    without / ROUNDS / ROUND.toSeconds(),
                    with / ROUNDS / ROUND.toSeconds(), without / with);
        }
    }

    private static double appends(Recorder recorder, Acme acme) throws InterruptedException {
        var ended = new AtomicBoolean();
        var appended = new AtomicLong();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                var _ = writers.submit(() -> {
                    while (!ended.get()) {
                        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Grace Hopper", Role.DEVELOPER));
                        appended.incrementAndGet();
                    }
                });
            }
            TimeUnit.SECONDS.sleep(ROUND.toSeconds());
            ended.set(true);
        }
        return appended.get();
    }
}
