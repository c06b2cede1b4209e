package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import roster.contract.event.Organization;
import roster.local.Effort;
import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.running.Await;

/** The relay is down for seconds or minutes. */
@OnSharedPostbox
class RelayDownTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Effort.of(2, 300));
    private static final int EMAILS = Effort.of(150, 400);
    /** One e-mail of each connection is leased when the relay goes down, and released. */
    private static final int PUT_BACK = 50;

    private final Organization acme = Postbox.organization("acme");

    @Test
    void a_relay_that_is_down_loses_nothing_and_gets_the_backlog_in_the_order_of_its_age(Postbox box) throws Exception {
        var sender = box.sender();
        Await.until(() -> sender.status("health") == 200);
        box.relay.goAway();
        box.relay.hangUp();
        for (int number = 0; number < EMAILS; number++) {
            box.publish(0, Postbox.registration(acme, "down-" + number));
        }
        itSaysSoAllTheWhile(box, sender);
        box.relay.comeBack();

        var back = Instant.now();
        Await.until(() -> left(box).size() == EMAILS);
        assertThat(left(box)).extracting(Entry::to).doesNotHaveDuplicates();
        long overtaken = overtaken(left(box));
        System.out.printf(Locale.ROOT,
                "down for %d s: %d e-mails waited, the last left %d ms after the relay was back, %d after a younger one on the same line%n",
                OUTAGE.toSeconds(), EMAILS, Duration.between(back, left(box).getLast().at()).toMillis(), overtaken);
        assertThat(overtaken).isLessThanOrEqualTo(PUT_BACK);
        Await.until(() -> sender.status("health") == 200 && sender.metric("roster_relay_outage_age_seconds") == 0
                && sender.metric("roster_emails_due") == 0);
    }

    private static void itSaysSoAllTheWhile(Postbox box, Sender sender) {
        Await.until(() -> sender.status("health") == 503);
        Await.until(() -> sender.metric("roster_emails_due") == EMAILS);
        Await.until(OUTAGE.plusMinutes(1), () -> sender.metric("roster_relay_outage_age_seconds") >= OUTAGE.toSeconds()
                && sender.metric("roster_emails_due_age_seconds") >= OUTAGE.toSeconds());
        assertThat(sender.status("health")).isEqualTo(503);
        assertThat(sender.status("health/readiness")).isEqualTo(200);
        assertThat(box.queue("select distinct attempts from notification.letter where status = 'due'")).containsExactly("0");
    }

    private static List<Entry> left(Postbox box) {
        return box.relay.journal().accepted().stream().filter(it -> it.to().startsWith("grace-down-")).toList();
    }

    /** Counts e-mails that were sent after a younger one on the same connection. E-mails on different ones do not wait for each other. */
    private static long overtaken(List<Entry> left) {
        var youngest = new HashMap<Integer, Integer>();
        return left.stream().filter(it -> {
            int number = Integer.parseInt(it.to().replaceAll("\\D", ""));
            return youngest.merge(it.line(), number, Math::max) > number;
        }).count();
    }
}
