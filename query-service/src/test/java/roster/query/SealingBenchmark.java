package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
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
import roster.contract.event.EventJson;
import roster.contract.event.EventMetadata;
import roster.contract.event.EventType;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.eventstore.EventAppender;
import roster.eventstore.NewEvent;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.PerJvm;
import roster.local.postgres.Database;

/**
 * What sealing costs: the same events are appended, and the views built of them, with sealing and without, in turns. Run by hand, as
 * docs/adr/sealing.md says; {@code roster.benchmark.events} is how many events the views are built of.
 */
@EnabledIfSystemProperty(named = "roster.benchmark.events", matches = "[0-9]+")
class SealingBenchmark {
    private static final int CALLERS = 8;
    private static final int APPENDS = 3_000;
    private static final int ROUNDS = 7;
    private static final int BATCH = 1_000;

    @Test
    void appending_and_rebuilding_with_and_without() throws Exception {
        try (var sealed = new Store(true); var clear = new Store(false)) {
            compare("append, %d callers".formatted(CALLERS), () -> appends(clear), () -> appends(sealed));
            int events = Integer.getInteger("roster.benchmark.events");
            sealed.fill(events);
            clear.fill(events);
            try (var ofSealed = RunningService.on(sealed.database); var ofClear = RunningService.on(clear.database)) {
                compare("rebuild of %d events".formatted(events), () -> rebuild(ofClear), () -> rebuild(ofSealed));
            }
        }
    }

    private interface Work {
        Duration once() throws Exception;
    }

    /** The first round of each warms up; then they take turns in changing order. */
    private static void compare(String what, Work clear, Work sealed) throws Exception {
        clear.once();
        sealed.once();
        var without = new ArrayList<Duration>();
        var with = new ArrayList<Duration>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                without.add(clear.once());
                with.add(sealed.once());
            } else {
                with.add(sealed.once());
                without.add(clear.once());
            }
            ratios.add((double) with.getLast().toNanos() / without.getLast().toNanos());
        }
        System.out.println("BENCHMARK %s: without %s ms, with %s ms, ratios %s, ratio of the medians %s".formatted(what, millis(without),
                millis(with), ratios.stream().map(SealingBenchmark::ratio).toList(),
                ratio((double) median(with).toNanos() / median(without).toNanos())));
    }

    private static List<Long> millis(List<Duration> durations) {
        return durations.stream().map(Duration::toMillis).toList();
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** A transaction for each event, from several callers at once. */
    private static Duration appends(Store store) throws Exception {
        long start = System.nanoTime();
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
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration rebuild(RunningService service) {
        long start = System.nanoTime();
        var rebuilt = service.client().send("POST", "/views/rebuild");
        assertThat(rebuilt.status()).as(rebuilt.body().toString()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A store, and how it is written: as it is, or as it would be without sealing. */
    private static final class Store implements AutoCloseable {
        private final Database database = PerJvm.postgres().freshDatabase();
        private final Organization organization = new Organization(UUID.randomUUID(), "benchmark", "Benchmark");
        private final UUID ada = UUID.randomUUID();
        private final HikariDataSource connections = new HikariDataSource();
        private final TransactionTemplate transaction;
        private final JdbcClient jdbc;
        private final EventAppender appender;
        private final boolean sealed;

        Store(boolean sealed) {
            FreshDatabase.createEventStore(database);
            connections.setJdbcUrl(database.jdbcUrl());
            connections.setUsername("roster_command");
            connections.setPassword(database.passwords().command());
            connections.setMaximumPoolSize(CALLERS);
            transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
            jdbc = JdbcClient.create(connections);
            appender = new EventAppender(jdbc, new DataKeys(MasterKeys.of(Recorder.MASTER_KEYS), new SimpleMeterRegistry()));
            this.sealed = sealed;
            append(List.of(recorded(0, new MemberInvited(ada, organization, UUID.randomUUID(), "Ada Lovelace", "ada@benchmark.example",
                    Role.ADMIN, null, Acme.NEXT_WEEK))));
        }

        /** Somebody is invited for a reason, accepts, and is given another role. */
        List<NewEvent> life() {
            var member = UUID.randomUUID();
            var invitation = UUID.randomUUID();
            return List.of(
                    recorded(0, new MemberInvited(member, organization, invitation, "Grace Hopper", "grace" + member + "@benchmark.example",
                            Role.DEVELOPER, new Inviter(ada, "Ada Lovelace", "ada@benchmark.example"), Acme.NEXT_WEEK)),
                    recorded(1, new InvitationAccepted(member, invitation, Role.DEVELOPER, new Identity("google", member.toString()))),
                    recorded(2, new MemberRoleChanged(member, Role.DEVELOPER, Role.ADMIN)));
        }

        private NewEvent recorded(long sequence, MemberEvent event) {
            return new NewEvent(UUID.randomUUID(), sequence, event, new EventMetadata(organization.id(),
                    new Actor(Actor.Kind.MEMBER, ada.toString()), null, sequence == 1 ? null : "knows the compiler",
                    UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID.randomUUID().toString(), "198.51.100.7", null));
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

        /** The statement of {@link EventAppender}, as it was before it sealed. */
        private void appendInTheClear(List<NewEvent> events) {
            jdbc.sql("""
                    insert into event_store.event
                           (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata)
                    select event_id::uuid, aggregate_id::uuid, sequence_number, event_type, revision, organization_id::uuid,
                           payload::jsonb, metadata::jsonb
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
