package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import roster.contract.event.Organization;
import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.running.Await;

/** For a few seconds, or for as many as {@code -Droster.outage.seconds=300} says. */
@ExtendWith(SharedPostbox.class)
class RelayDownTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("roster.outage.seconds", 5));
    private static final int LETTERS = 400;
    /** Several workers have a handful each, and none of them waits for the others. */
    private static final int OUT_OF_PLACE = LETTERS / 3;

    private final Organization acme = Postbox.organization("acme");

    @Test
    void a_relay_that_is_down_loses_nothing_and_gets_the_backlog_in_the_order_of_its_age(Postbox box) throws Exception {
        var sender = box.sender();
        Await.until(() -> sender.status("health") == 200);
        box.relay.goAway();
        box.relay.hangUp();
        for (int number = 0; number < LETTERS; number++) {
            box.publish(0, Postbox.registration(acme, "down-" + number));
        }
        itSaysSoAllTheWhile(box, sender);
        box.relay.comeBack();

        var back = Instant.now();
        Await.until(() -> left(box).size() == LETTERS);
        assertThat(left(box)).extracting(Entry::to).doesNotHaveDuplicates();
        int outOfPlace = outOfPlace(left(box));
        System.out.printf(
                "down for %d s: %d letters waited, the last left %d ms after the relay was back, none more than %d places from its own%n",
                OUTAGE.toSeconds(), LETTERS, Duration.between(back, left(box).getLast().at()).toMillis(), outOfPlace);
        assertThat(outOfPlace).isLessThan(OUT_OF_PLACE);
        Await.until(() -> sender.status("health") == 200 && sender.metric("roster_relay_outage_age_seconds") == 0
                && sender.metric("roster_letters_due") == 0);
    }

    private static void itSaysSoAllTheWhile(Postbox box, Sender sender) {
        Await.until(() -> sender.status("health") == 503);
        Await.until(() -> sender.metric("roster_letters_due") == LETTERS);
        Await.until(OUTAGE.plusMinutes(1), () -> sender.metric("roster_relay_outage_age_seconds") >= OUTAGE.toSeconds()
                && sender.metric("roster_letters_due_age_seconds") >= OUTAGE.toSeconds());
        assertThat(sender.status("health")).isEqualTo(503);
        assertThat(sender.status("health/readiness")).isEqualTo(200);
        assertThat(box.ledger("select distinct attempts from notification.letter where status = 'due'")).containsExactly("0");
    }

    private static List<Entry> left(Postbox box) {
        return box.relay.journal().accepted().stream().filter(it -> it.to().startsWith("grace-down-")).toList();
    }

    private static int outOfPlace(List<Entry> left) {
        int most = 0;
        for (int place = 0; place < left.size(); place++) {
            most = Math.max(most, Math.abs(place - Integer.parseInt(left.get(place).to().replaceAll("\\D", ""))));
        }
        return most;
    }
}
