package roster.command.reconcile;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import roster.command.RunningService;
import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.Organization;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.role.Role;
import roster.eventstore.EventAppender;
import roster.eventstore.NewEvent;
import roster.local.PerJvm;

/** Measures the time until the reconciler finds a wrong record among the states of many members. Run by hand, see docs/adr/0052-reconcilers.md. */
@EnabledIfSystemProperty(named = "roster.benchmark.members", matches = "[0-9]+")
class StoreKafkaBenchmark {
    private static final int MEMBERS = Integer.getInteger("roster.benchmark.members", 0);
    private static final int EVENTS_OF_EACH = 10;
    private static final int BATCH = 200;

    private final Organization acme = new Organization(UUID.randomUUID(), "benchmark", "Benchmark");
    private UUID member = UUID.randomUUID();

    @Test
    void a_wrong_record_is_found() throws Exception {
        try (var service = RunningService.with(Map.of("roster.reconciler.share", "0.25", "roster.reconciler.first", "1s",
                "roster.reconciler.pause", "10s"))) {
            fill(service);
            awaitPublished(service.part(JdbcClient.class));
            awaitPass(service);
            System.out.printf(Locale.ROOT, "first pass %s%n", reconciler(service).path("took").asString());
            awaitPass(service);
            awaitPass(service);
            System.out.printf(Locale.ROOT, "%d members with %d events each: pass %s, compared %s%n", MEMBERS, EVENTS_OF_EACH,
                    reconciler(service).path("took").asString(), reconciler(service).path("compared"));
            long start = System.nanoTime();
            plant();
            await().atMost(Duration.ofMinutes(9)).until(() -> reconciler(service).at("/members").has(member.toString()));
            System.out.printf(Locale.ROOT, "a wrong record was found after %.1f s%n", (System.nanoTime() - start) / 1e9);
        }
    }

    private static void awaitPublished(JdbcClient jdbc) {
        await().atMost(Duration.ofMinutes(10))
                .until(() -> jdbc
                        .sql("""
                select position >= (select max(position) from event_store.event) from command.subscription where name = 'state-publisher'""")
                        .query(Boolean.class).single());
    }

    private static void awaitPass(RunningService service) {
        var since = Instant.now();
        await().atMost(Duration.ofMinutes(9)).until(() -> {
            var last = reconciler(service).path("lastPass").asString("");
            return !last.isEmpty() && Instant.parse(last).isAfter(since);
        });
    }

    private void plant() throws Exception {
        try (var producer = new KafkaProducer<String, @Nullable String>(Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers()),
                new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<String, @Nullable String>(MemberStateTopic.NAME, member.toString(), "{}");
            record.headers().add(MemberStateTopic.SEQUENCE, String.valueOf(EVENTS_OF_EACH - 1).getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private void fill(RunningService service) {
        var appender = service.part(EventAppender.class);
        var transaction = new TransactionTemplate(service.part(PlatformTransactionManager.class));
        for (int done = 0; done < MEMBERS; done += BATCH) {
            var events = new ArrayList<NewEvent>();
            for (int i = 0; i < BATCH; i++) {
                member = UUID.randomUUID();
                var invitation = UUID.randomUUID();
                add(events, 0, new MemberInvited(member, acme, invitation, "Grace Hopper", "grace@navy.example", Role.DEVELOPER, null,
                        Instant.now().plus(Duration.ofDays(7))));
                add(events, 1, new InvitationAccepted(member, invitation, Role.DEVELOPER, new Identity("google", member.toString())));
                for (int sequence = 2; sequence < EVENTS_OF_EACH; sequence++) {
                    boolean even = sequence % 2 == 0;
                    add(events, sequence,
                            new MemberRoleChanged(member, even ? Role.DEVELOPER : Role.ADMIN, even ? Role.ADMIN : Role.DEVELOPER));
                }
            }
            transaction.executeWithoutResult(_ -> appender.append(events));
        }
    }

    private void add(List<NewEvent> events, long sequence, Event event) {
        events.add(new NewEvent(UUID.randomUUID(), sequence, event,
                new EventMetadata(acme.id(), Actor.SYSTEM, null, null, "correlation", "cause", null, null, null)));
    }

    private static JsonNode reconciler(RunningService service) {
        return service.client().manage("/actuator/health/reconciler").body().at("/components/reconciling/details/store-kafka");
    }
}
