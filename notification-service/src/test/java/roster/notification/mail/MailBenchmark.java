package roster.notification.mail;

import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

import roster.contract.mail.Language;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.notification.Surroundings;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Entries;
import roster.notification.entry.Invitation;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Person;
import roster.notification.invitation.Topics;
import roster.notification.queue.MailQueue;

/** Measures how fast e-mails leave a filled queue. Run by hand, see docs/performance.md. */
@EnabledIfSystemProperty(named = "roster.benchmark.emails", matches = "[0-9]+")
class MailBenchmark {
    private static final int EMAILS = Integer.getInteger("roster.benchmark.emails", 0);
    private static final int ROUNDS = Integer.getInteger("roster.benchmark.rounds", 3);
    private static final OperatingSystemMXBean MACHINE = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final List<UUID> ORGANIZATIONS = Stream.generate(UUID::randomUUID).limit(50).toList();

    @Test
    void a_filled_queue_is_sent() throws Exception {
        Topics.createIfAbsent();
        for (var perEmail : List.of(Duration.ZERO, Duration.ofMillis(100))) {
            var accepted = new AtomicInteger();
            try (var relay = new SinkRelay(perEmail, _ -> accepted.incrementAndGet()); var service = start(relay)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    double bare = perSecond(EMAILS, () -> {
                        BareSmtp.send(relay.port(), EMAILS);
                        return null;
                    });
                    accepted.set(0);
                    fill(service);
                    long processor = MACHINE.getProcessCpuTime();
                    double queue = perSecond(EMAILS, () -> empty(service, accepted));
                    double millis = (MACHINE.getProcessCpuTime() - processor) / 1e6 / EMAILS;
                    System.out.printf(Locale.ROOT,
                            "BENCHMARK relay of %d ms, round %d: %.0f e-mails/s from the queue, %.2f ms of processor time each; %.0f/s of bare SMTP; ratio %.3f; load %.1f%n",
                            perEmail.toMillis(), round, queue, millis, bare, queue / bare, MACHINE.getSystemLoadAverage());
                }
            }
        }
    }

    static ConfigurableApplicationContext start(SinkRelay relay) {
        return Surroundings.startAlone(Surroundings.freshMailQueue(), Surroundings.RELAY, Map.of("ROSTER_SMTP_PORT",
                String.valueOf(relay.port()), "spring.kafka.consumer.group-id", UUID.randomUUID().toString(), "roster.relay.trusted",
                "100ms"));
    }

    private static double perSecond(int times, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return times * 1e9 / (System.nanoTime() - start);
    }

    private static void fill(ConfigurableApplicationContext service) {
        service.getBean(MailWorkers.class).stop();
        var queue = service.getBean(MailQueue.class);
        for (int from = 0; from < EMAILS; from += 500) {
            queue.write(
                    new Entries(IntStream.range(from, Math.min(EMAILS, from + 500)).mapToObj(MailBenchmark::email).toList(), List.of()));
        }
    }

    private static Email email(int number) {
        var organization = ORGANIZATIONS.get(number % ORGANIZATIONS.size());
        var grace = new Person("Grace Hopper", "grace-" + number + "@navy.example");
        return new Email(new EmailId(UUID.randomUUID(), number % 2 == 0 ? MailRecipient.INVITEE : MailRecipient.INVITER), 0, Instant.now(),
                new Invited(),
                new Invitation(UUID.randomUUID(), UUID.randomUUID(), 1, organization, "Acme", Language.ENGLISH, Role.DEVELOPER,
                        grace, UUID.randomUUID(), new Person("Ada Lovelace", "ada@acme.example"), Instant.now().plus(Duration.ofDays(7))));
    }

    private static Void empty(ConfigurableApplicationContext service, AtomicInteger accepted) {
        service.getBean(MailWorkers.class).start();
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(10)).until(() -> accepted.get() == EMAILS);
        return null;
    }

}
