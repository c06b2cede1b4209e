package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.role.Role;
import roster.eventstore.EventAppender;
import roster.eventstore.NewEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.postgres.Database;

/** Measures the time until the reconciler finds a changed row among many members. Run by hand, see docs/adr/0052-reconcilers.md. */
@EnabledIfSystemProperty(named = "roster.benchmark.members", matches = "[0-9]+")
class StoreViewsBenchmark {
    private static final int MEMBERS = Integer.getInteger("roster.benchmark.members", 0);
    private static final int EVENTS_OF_EACH = 10;
    private static final int BATCH = 200;

    private final Database database = FreshDatabase.create();
    private final Acme acme = Acme.named("benchmark");

    @Test
    void a_changed_row_is_found() {
        fill();
        try (var service = RunningService.on(database, "roster.reconciler.share=0.25", "roster.reconciler.first=0s",
                "roster.reconciler.pause=10s")) {
            await().atMost(Duration.ofMinutes(9)).until(() -> reconciler(service).has("lastPass"));
            System.out.printf(Locale.ROOT, "first pass %s%n", reconciler(service).path("took").asString());
            var before = reconciler(service).path("lastPass").asString();
            long cpu = cpu();
            long start = System.nanoTime();
            await().atMost(Duration.ofMinutes(9)).until(() -> !reconciler(service).path("lastPass").asString().equals(before));
            System.out.printf(Locale.ROOT, "%d members with %d events each: pass %s, compared %s, CPU %.1f s of %.1f s%n", MEMBERS,
                    EVENTS_OF_EACH,
                    reconciler(service).path("took").asString(), reconciler(service).path("compared"), (cpu() - cpu) / 1e9,
                    (System.nanoTime() - start) / 1e9);
            for (int plant = 0; plant < 3; plant++) {
                find(service);
            }
        }
    }

    private void find(RunningService service) {
        var views = JdbcClient.create(pool("roster_query", database.passwords().query()));
        var live = views.sql("select number from views.generation where state = 'live'").query(Integer.class).single();
        var planted = views.sql("update views_" + live
                + ".member set role = 'endpoint_user' where member_id = (select member_id from views_"
                + live
                + ".member where role <> 'endpoint_user' and member_id > gen_random_uuid() order by member_id limit 1) returning member_id")
                .query(UUID.class).single();
        long start = System.nanoTime();
        await().atMost(Duration.ofMinutes(9)).until(() -> reconciler(service).at("/members").has(planted.toString()));
        System.out.printf(Locale.ROOT, "a changed row was found after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static JsonNode reconciler(RunningService service) {
        return service.client().manage("/actuator/health/reconciler").body().at("/components/reconciling/details/store-views");
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void fill() {
        var connections = pool("roster_command", database.passwords().command());
        var appender = new EventAppender(connections, new DataKeys(MasterKeys.of(Recorder.MASTER_KEYS), new SimpleMeterRegistry()));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        try (var recorder = new Recorder(database)) {
            recorder.record(acme.id(), acme.founded());
        }
        for (int done = 0; done < MEMBERS; done += BATCH) {
            var events = new ArrayList<NewEvent>();
            for (int i = 0; i < BATCH; i++) {
                events.addAll(life(acme.joined(UUID.randomUUID(), "Grace Hopper", Role.DEVELOPER)));
            }
            append(appender, transaction, events);
        }
    }

    private static void append(EventAppender appender, TransactionTemplate transaction, List<NewEvent> events) {
        transaction.executeWithoutResult(_ -> assertThat(appender.append(events)).hasSize(events.size()));
    }

    private List<NewEvent> life(Event... first) {
        var events = new ArrayList<NewEvent>();
        var metadata = Recorder.by(acme.id(), new Actor(Actor.Kind.MEMBER, acme.ada().toString()));
        for (var event : first) {
            events.add(new NewEvent(UUID.randomUUID(), events.size(), event, metadata));
        }
        var member = first[0].aggregateId();
        for (int i = events.size(); i < EVENTS_OF_EACH; i++) {
            var to = i % 2 == 0 ? Role.ADMIN : Role.DEVELOPER;
            events.add(new NewEvent(UUID.randomUUID(), i, new MemberRoleChanged(member, i % 2 == 0 ? Role.DEVELOPER : Role.ADMIN, to),
                    metadata));
        }
        return events;
    }

    private HikariDataSource pool(String role, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        return pool;
    }
}
