package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.contract.event.Organization;
import roster.systemtest.running.Await;

/** For as long as {@code -Droster.outage.seconds=…} says. */
class RelayDownTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("roster.outage.seconds", 10));
    private static final int INVITATIONS = 300;
    /** Four workers have eight letters each in their hands. */
    private static final int AT_ONCE = 4 * 8;

    private final Organization acme = new Organization(UUID.randomUUID(), "acme", "Acme");

    @Test
    void a_relay_that_is_down_loses_nothing_and_gets_the_backlog_in_the_order_of_its_age(@TempDir Path folder) throws Exception {
        try (var box = new Postbox(folder)) {
            var service = box.start();
            publish(box, "before");
            Await.until(() -> box.relay.accepted().size() == 2);
            box.relay.goAway();
            var since = Instant.now();
            for (int i = 0; i < INVITATIONS; i++) {
                publish(box, "%04d".formatted(i));
            }
            Await.until(() -> health(service) == 503);
            Await.until(() -> metric(service, "roster_letters_due") == 2 * INVITATIONS);
            Await.until(OUTAGE.plusSeconds(60), () -> metric(service, "roster_relay_outage_age_seconds") >= OUTAGE.toSeconds());
            assertThat(metric(service, "roster_letters_due_age_seconds"))
                    .isBetween(OUTAGE.toSeconds() - 1.0, Duration.between(since, Instant.now()).toSeconds() + 1.0);
            assertThat(box.column("select max(attempts) from notification.letter where status = 'due'")).containsExactly("0");
            box.relay.comeBack();

            var back = Instant.now();
            Await.until(() -> box.relay.accepted().size() == 2 * INVITATIONS + 2);
            System.out.printf("down for %d s: %d letters waited, all had left %d ms after the relay was back%n",
                    Duration.between(since, back).toSeconds(), 2 * INVITATIONS, Duration.between(back, Instant.now()).toMillis());
            leftInTheOrderOfAge(box.relay.accepted().subList(2, 2 * INVITATIONS + 2));
            Await.until(() -> health(service) == 200 && metric(service, "roster_relay_outage_age_seconds") == 0
                    && metric(service, "roster_letters_due") == 0);
            service.process().close();
        }
    }

    private static void leftInTheOrderOfAge(List<Accepted> left) {
        assertThat(left).extracting(Accepted::to).doesNotHaveDuplicates();
        for (int place = 0; place < left.size(); place++) {
            int number = Integer.parseInt(left.get(place).to().replaceAll("\\D", ""));
            assertThat(Math.abs(place - 2 * number)).as("place %d of invitation %d", place, number).isLessThanOrEqualTo(2 * AT_ONCE);
        }
    }

    private void publish(Postbox box, String name) throws Exception {
        box.publish(0, Postbox.invitation(acme, name));
    }

    private static int health(Postbox.Instance service) throws Exception {
        return ask(service, "health").statusCode();
    }

    private static double metric(Postbox.Instance service, String name) throws Exception {
        return ask(service, "prometheus").body().lines().filter(it -> it.startsWith(name + " "))
                .mapToDouble(it -> Double.parseDouble(it.substring(name.length() + 1))).findFirst().orElseThrow();
    }

    private static java.net.http.HttpResponse<String> ask(Postbox.Instance service, String what) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/actuator/" + what)).build(),
                    BodyHandlers.ofString());
        }
    }
}
