package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.mail.Journal.What;
import roster.systemtest.running.Await;

/** Faults of a relay, with the number of attempts and duplicates that each causes. Each test prints its numbers. */
@OnSharedPostbox
class RelayFaultsTest {
    private final Organization acme = Postbox.organization("acme");
    private final String name = UUID.randomUUID().toString();
    private final String grace = Postbox.invitee(name);
    private final MemberInvited invited = Postbox.registration(acme, name);
    private final Postbox box;
    private final Sender sender;

    RelayFaultsTest(Postbox box) {
        this.box = box;
        this.sender = box.sender();
    }

    @AfterEach
    @BeforeEach
    void behave() {
        box.relay.follow(Whim.NONE);
    }

    @Test
    void a_421_costs_an_attempt() throws Exception {
        box.relay.follow(Whim.towards(grace, Step.RCPT, "421 4.3.2 going down", 1));
        box.publish(0, invited);

        arrives("sent/2", 1);
    }

    @Test
    void a_450_is_asked_again_and_again_after_longer_and_longer_waits() throws Exception {
        box.relay.follow(Whim.towards(grace, Step.RCPT, "450 4.2.1 greylisted", 2));
        box.publish(0, invited);

        arrives("sent/3", 1);
        var begun = box.relay.journal().all(What.BEGUN).stream().filter(it -> it.to().equals(grace)).map(Entry::at).toList();
        assertThat(Duration.between(begun.get(1), begun.get(2))).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void a_550_fails_that_email_at_once_and_a_new_email_arrives_when_it_is_mended() throws Exception {
        box.relay.follow(Whim.towards(grace, Step.RCPT, "550 5.1.1 no such user", 1));
        box.publish(0, invited);
        fails("unknown_address", "550 5.1.1");

        box.publish(1, new InvitationResent(invited.memberId(), acme, invited.invitationId(), 2, invited.name(), invited.email(),
                invited.role(), null, invited.expiresAt()));
        Await.until(() -> box.desk.on(invited).size() == 2);
        assertThat(box.desk.on(invited).getLast().path("issue").asInt()).isEqualTo(2);
        assertThat(box.relay.journal().acceptedFor(grace)).hasSize(1);
    }

    @Test
    void a_552_fails_that_email_at_once() throws Exception {
        box.relay.follow(Whim.towards(grace, Step.DOT, "552 5.2.2 over quota", 1));
        box.publish(0, invited);

        fails("mailbox_full", "552 5.2.2");
    }

    @Test
    void a_535_at_the_login_keeps_everybody_away_and_costs_no_email_an_attempt() throws Exception {
        int doors = box.relay.journal().all(What.OPENED).size();
        box.relay.hangUp();
        box.relay.follow(Whim.always(Step.AUTH, "535 5.7.8 wrong password"));
        box.publish(0, invited);
        untilOut(Duration.ofSeconds(1));
        System.out.printf(Locale.ROOT, "535: %d log-ins in %.1f s, no attempt%n", box.relay.journal().all(What.OPENED).size() - doors,
                sender.metric("roster_relay_outage_age_seconds"));
        behave();

        arrives("sent/1", 1);
        Await.until(() -> sender.status("health") == 200);
    }

    @Test
    void a_hang_is_cut_short_and_does_not_delay_others() throws Exception {
        var other = Postbox.registration(Postbox.organization("navy"), "other-" + name);
        box.relay.follow((step, _, to) -> step == Step.RCPT && to.equals(grace) ? Whim.SILENCE : null);
        box.publish(0, invited);
        Await.until(() -> box.relay.journal().begunFor(grace) >= 1);
        box.publish(0, other);
        Await.until(() -> box.emailTo(Postbox.invitee("other-" + name)).equals("sent/1"));
        assertThat(box.relay.journal().acceptedFor(grace)).isEmpty();
        behave();

        Await.until(() -> box.emailTo(grace).startsWith("sent/"));
        assertThat(box.relay.journal().acceptedFor(grace)).hasSize(1);
        assertThat(box.relay.journal().begunFor(grace)).isGreaterThan(1);
    }

    @Test
    void a_drop_after_the_final_dot_is_one_mail_twice() throws Exception {
        box.relay.follow(Whim.towards(grace, Step.ACCEPTED, Whim.HANG_UP, 1));
        box.publish(0, invited);

        arrives("sent/2", 2);
    }

    @Test
    void a_byte_a_second_is_cut_short() throws Exception {
        box.relay.follow(Whim.towards(grace, Step.DATA, Whim.DRIP, 1));
        box.publish(0, invited);

        arrives("sent/2", 1);
    }

    @Test
    void a_refused_connection_keeps_everybody_away_and_costs_no_email_an_attempt() throws Exception {
        box.relay.goAway();
        box.relay.hangUp();
        box.publish(0, invited);
        untilOut(Duration.ofSeconds(1));
        box.relay.comeBack();

        arrives("sent/1", 1);
        Await.until(() -> sender.status("health") == 200);
    }

    private void untilOut(Duration age) {
        Await.until(() -> sender.status("health") == 503 && sender.status("health/readiness") == 200
                && sender.metric("roster_relay_outage_age_seconds") >= age.toSeconds());
    }

    /** The e-mail arrives {@code times} times with one Message-ID, and its result is reported once. */
    private void arrives(String row, int times) {
        Await.until(() -> box.emailTo(grace).equals(row) && !box.desk.on(invited).isEmpty());
        var taken = box.relay.journal().acceptedFor(grace);
        assertThat(taken).hasSize(times);
        assertThat(taken).extracting(Entry::messageId).containsOnly(taken.getFirst().messageId());
        assertThat(taken).extracting(Entry::hash).containsOnly(taken.getFirst().hash());
        assertThat(box.desk.on(invited)).singleElement().matches(it -> it.path("failure").isNull());
        var journal = box.relay.journal();
        var begun = journal.all(What.BEGUN).stream().filter(it -> it.to().equals(grace)).toList();
        System.out.printf(Locale.ROOT, "%s: %d attempts, %d mails, %d ms from the first attempt to the last mail%n", row, begun.size(),
                times,
                Duration.between(begun.getFirst().at(), taken.getLast().at()).toMillis());
    }

    /** The e-mail fails after one attempt, and the failure is reported. */
    private void fails(String failure, String status) {
        Await.until(() -> !box.desk.on(invited).isEmpty());
        assertThat(box.emailTo(grace)).isEqualTo("failed/1");
        assertThat(box.relay.journal().begunFor(grace)).isEqualTo(1);
        var report = box.desk.on(invited).getFirst();
        assertThat(report.path("failure").asString()).isEqualTo(failure);
        assertThat(report.path("status").asString()).isEqualTo(status);
        System.out.printf(Locale.ROOT, "%s: 1 attempt, no mail, reported as %s%n", status, failure);
    }
}
