package roster.notification.mail;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.local.PerJvm;
import roster.notification.invitation.Topics;

/** Measures the time from an invitation's record in Kafka to the acceptance of its two e-mails. Run by hand, see docs/performance.md. */
@EnabledIfSystemProperty(named = "roster.benchmark.events", matches = "[0-9]+")
class EventToEmailBenchmark {
    private static final int PER_SECOND = Integer.getInteger("roster.benchmark.events", 0);
    private static final int ROUNDS = Integer.getInteger("roster.benchmark.rounds", 3);
    private static final Organization ACME = new Organization(UUID.randomUUID(), "acme", "Acme");

    @Test
    void an_invitation_causes_two_emails() throws Exception {
        Topics.createIfAbsent();
        var delays = new ConcurrentLinkedQueue<Long>();
        try (var relay = new SinkRelay(Duration.ZERO, to -> delays.add(System.nanoTime() - Long.parseLong(to.replaceAll("\\D", ""))));
                var _ = MailBenchmark.start(relay)) {
            for (int round = 1; round <= ROUNDS; round++) {
                delays.clear();
                int events = PER_SECOND * 10;
                publish(events);
                await().atMost(Duration.ofMinutes(2)).until(() -> delays.size() == 2 * events);
                var millis = delays.stream().mapToDouble(it -> it / 1e6).sorted().toArray();
                System.out.printf(Locale.ROOT, "BENCHMARK %d invitations/s, round %d: p50 %.0f ms, p99 %.0f ms, max %.0f ms%n", PER_SECOND,
                        round,
                        millis[millis.length / 2], millis[millis.length * 99 / 100], millis[millis.length - 1]);
            }
        }
    }

    /** Events at a constant rate. The addresses tell when each was due. */
    private static void publish(int events) {
        try (var producer = new KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            long start = System.nanoTime();
            for (int i = 0; i < events; i++) {
                long due = start + i * 1_000_000_000L / PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                var _ = producer.send(Topics.record(UUID.randomUUID(), 0, invited(due)));
            }
        }
    }

    private static MemberInvited invited(long due) {
        return new MemberInvited(UUID.randomUUID(), ACME, UUID.randomUUID(), "Grace Hopper", "grace-" + due + "@navy.example",
                Role.DEVELOPER, new Inviter(UUID.randomUUID(), "Ada Lovelace", "ada-" + due + "@acme.example"),
                Instant.now().plus(Duration.ofDays(7)));
    }
}
