package roster.query;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.eventstore.EventAppender;
import roster.eventstore.NewEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.PerJvm;
import roster.local.postgres.Database;

/**
 * Benchmark of sealing: appends the same events and builds views from them, alternately with and without sealing. Run by hand, see
 * docs/adr/0021-sealing.md; {@code roster.benchmark.events} is the number of events for the build.
 */
@EnabledIfSystemProperty(named = "roster.benchmark.events", matches = "[0-9]+")
class SealingBenchmark {
    private static final int CALLERS = 8;
    private static final int APPENDS = 3_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 15;
    private static final int BATCH = 1_000;

    @Test
    void appending_and_rebuilding_with_and_without() throws Exception {
        try (var sealed = new Store(true); var clear = new Store(false)) {
            compare("append, " + CALLERS + " callers", () -> appends(clear), () -> appends(sealed));
            int events = Integer.getInteger("roster.benchmark.events");
            sealed.fill(events);
            clear.fill(events);
            try (var ofSealed = RunningService.on(sealed.database); var ofClear = RunningService.on(clear.database)) {
                await().atMost(Duration.ofMinutes(5)).until(() -> hasBuilt(ofSealed) && hasBuilt(ofClear));
                compare("rebuild of " + events + " events", () -> rebuild(ofClear), () -> rebuild(ofSealed));
            }
        }
    }

    private interface Work {
        void once() throws Exception;
    }

    /** Elapsed time, which includes the effect of other processes, and CPU time, which does not. */
    private record Cost(Duration time, Duration processor) {}

    /** Compares both after warm-up rounds, in alternating order. */
    private static void compare(String what, Work clear, Work sealed) throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            clear.once();
            sealed.once();
        }
        var without = new ArrayList<Cost>();
        var with = new ArrayList<Cost>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                without.add(cost(clear));
                with.add(cost(sealed));
            } else {
                with.add(cost(sealed));
                without.add(cost(clear));
            }
        }
        print(what + ", time", without, with, Cost::time);
        print(what + ", processor time", without, with, Cost::processor);
    }

    private static void print(String what, List<Cost> without, List<Cost> with, Function<Cost, Duration> of) {
        var ratios = IntStream.range(0, ROUNDS)
                .mapToObj(i -> (double) of.apply(with.get(i)).toNanos() / of.apply(without.get(i)).toNanos()).toList();
        System.out.println("BENCHMARK %s: without %s ms, with %s ms, ratios %s, their median %s".formatted(what,
                without.stream().map(of).map(Duration::toMillis).toList(), with.stream().map(of).map(Duration::toMillis).toList(),
                ratios.stream().map(SealingBenchmark::ratio).toList(), ratio(ratios.stream().sorted().toList().get(ROUNDS / 2))));
    }

    private static Cost cost(Work work) throws Exception {
        var processor = processor();
        long start = System.nanoTime();
        work.once();
        return new Cost(Duration.ofNanos(System.nanoTime() - start), processor().minus(processor));
    }

    /** CPU time of this process and of PostgreSQL, including backends that have ended. Needs /proc. */
    private static Duration processor() throws Exception {
        try (var connection = PerJvm.postgres().superuser("postgres");
                var statement = connection.createStatement();
                var backend = statement.executeQuery("select pg_backend_pid()")) {
            backend.next();
            var postmaster = ProcessHandle.of(backend.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
            long ticks = ticks(ProcessHandle.current(), 2) + ticks(postmaster, 4);
            for (var each : postmaster.children().toList()) {
                ticks += ticks(each, 2);
            }
            return Duration.ofMillis(10 * ticks);
        }
    }

    /** See proc_pid_stat(5): utime, stime, cutime, cstime. */
    private static long ticks(ProcessHandle process, int fields) throws IOException {
        var stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        var text = Files.readString(stat);
        return Stream.of(text.substring(text.lastIndexOf(')') + 2).split(" ")).skip(11).limit(fields).mapToLong(Long::parseLong).sum();
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** Appends from several threads, with one transaction per event. */
    private static void appends(Store store) throws Exception {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var done = IntStream.range(0, CALLERS).mapToObj(_ -> callers.submit(() -> {
                for (int i = 0; i < APPENDS / CALLERS; i += 3) {
                    store.life().forEach(event -> store.append(List.of(event)));
                }
            })).toList();
            for (var each : done) {
                each.get();
            }
        }
    }

    private static boolean hasBuilt(RunningService service) {
        return service.client().manage("/actuator/health/readiness").status() == 200
                && service.client().rebuild().status() == 200;
    }

    private static void rebuild(RunningService service) {
        service.client().rebuild();
    }

    /** An event store that is written with or without sealing. */
    private static final class Store implements AutoCloseable {
        private final Database database = FreshDatabase.create();
        private final Organization organization = new Organization(UUID.randomUUID(), "benchmark", "Benchmark");
        private final UUID ada = UUID.randomUUID();
        private final HikariDataSource connections = new HikariDataSource();
        private final TransactionTemplate transaction;
        private final JdbcClient jdbc;
        private final EventAppender appender;
        private final boolean sealed;

        Store(boolean sealed) {
            connections.setJdbcUrl(database.jdbcUrl());
            connections.setUsername("roster_command");
            connections.setPassword(database.passwords().command());
            connections.setMaximumPoolSize(CALLERS);
            transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
            jdbc = JdbcClient.create(connections);
            appender = new EventAppender(connections, new DataKeys(MasterKeys.of(Recorder.MASTER_KEYS), new SimpleMeterRegistry()));
            this.sealed = sealed;
            append(List.of(recorded(0, new MemberInvited(ada, organization, UUID.randomUUID(), "Ada Lovelace", "ada@benchmark.example",
                    Role.ADMIN, null, Acme.NEXT_WEEK))));
        }

        /** Events of a member who is invited with a reason, accepts, and gets another role. */
        List<NewEvent> life() {
            var member = timeOrdered();
            var invitation = timeOrdered();
            return List.of(
                    recorded(0, new MemberInvited(member, organization, invitation, "Grace Hopper", "grace" + member + "@benchmark.example",
                            Role.DEVELOPER, new Inviter(ada, "Ada Lovelace", "ada@benchmark.example"), Acme.NEXT_WEEK)),
                    recorded(1, new InvitationAccepted(member, invitation, Role.DEVELOPER, new Identity("google", member.toString()))),
                    recorded(2, new MemberRoleChanged(member, Role.DEVELOPER, Role.ADMIN)));
        }

        private NewEvent recorded(long sequence, MemberEvent event) {
            return new NewEvent(timeOrdered(), sequence, event, new EventMetadata(organization.id(),
                    new Actor(Actor.Kind.MEMBER, ada.toString()), null, sequence == 1 ? null : "knows the compiler",
                    UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID.randomUUID().toString(), "198.51.100.7", null));
        }

        /** Time-ordered ids as in command-service (UUIDv7). */
        private static UUID timeOrdered() {
            return new UUID(System.currentTimeMillis() << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits());
        }

        void fill(int events) {
            for (int i = 0; i < events; i += BATCH) {
                append(Stream.generate(this::life).limit(BATCH / 3).flatMap(List::stream).toList());
            }
        }

        void append(List<NewEvent> events) {
            transaction.executeWithoutResult(_ -> {
                if (sealed) {
                    appender.append(events);
                } else {
                    appendInTheClear(events);
                }
            });
        }

        /** The statement of {@link EventAppender} before sealing existed. */
        private void appendInTheClear(List<NewEvent> events) {
            jdbc.sql("""
                    insert into event_store.event
                           (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, sealed)
                    select event_id::uuid, aggregate_id::uuid, sequence_number, event_type, revision, organization_id::uuid,
                           payload::jsonb, metadata::jsonb, ''
                      from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[]) with ordinality
                           as new (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, place)
                     order by place
                    returning position, recorded_at""")
                    .param(events.stream().map(it -> it.eventId().toString()).toArray(String[]::new))
                    .param(events.stream().map(it -> it.event().aggregateId().toString()).toArray(String[]::new))
                    .param(events.stream().map(NewEvent::sequence).toArray(Long[]::new))
                    .param(events.stream().map(it -> EventType.of(it.event()).storedName()).toArray(String[]::new))
                    .param(events.stream().map(it -> EventType.of(it.event()).revision()).toArray(Integer[]::new))
                    .param(events.stream().map(it -> it.metadata().organizationId().toString()).toArray(String[]::new))
                    .param(events.stream().map(it -> EventJson.write(it.event())).toArray(String[]::new))
                    .param(events.stream().map(it -> EventJson.write(it.metadata())).toArray(String[]::new))
                    .query((row, _) -> row.getLong(1)).list();
        }

        @Override
        public void close() {
            connections.close();
        }
    }
}
