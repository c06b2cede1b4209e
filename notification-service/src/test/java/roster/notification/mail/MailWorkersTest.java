package roster.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.Surroundings.RELAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.mail.Language;
import roster.contract.role.Role;
import roster.notification.RunningService;
import roster.notification.Surroundings;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Ending;
import roster.notification.entry.Entries;
import roster.notification.entry.Invitation;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Person;
import roster.notification.mail.ScriptedRelay.Received;
import roster.notification.queue.MailQueue;

@RunningService
class MailWorkersTest {
    private static final UUID ACME = UUID.randomUUID();

    @Autowired private MailQueue queue;
    @Autowired private JdbcClient jdbc;
    @Autowired private RelayHealthIndicator health;
    @Autowired private MailWorkers workers;
    @Autowired private RelayConnections connections;

    private final UUID event = UUID.randomUUID();
    private final String invitee = "grace-" + event + "@navy.example";

    @BeforeEach
    @AfterEach
    void behave() {
        RELAY.follow((_, _) -> null);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 450 4.2.1 mailbox busy", "RCPT, 421 4.3.2 going down", "DATA, 451 4.3.0 later", "., 452 4.2.2 full",
            "., HANG UP", "RCPT, HANG UP", "MAIL, HANG UP"})
    void what_may_pass_is_tried_again(String command, String answer) {
        var once = new AtomicBoolean(true);
        RELAY.follow((said, to) -> said.equals(command) && once.getAndSet(false) ? answer : null);
        owe(email(Duration.ofDays(7)));

        await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent"));
        assertThat(attempts()).isEqualTo(2);
        assertThat(RELAY.receivedBy(invitee)).isNotEmpty().extracting(Received::message).containsOnly(RELAY.receivedBy(invitee)
                .getFirst().message());
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such user", "DATA, 554 5.7.1 not wanted", "., 552 5.3.4 too big"})
    void what_will_never_pass_is_not_tried_again(String command, String answer) {
        RELAY.follow((said, to) -> said.equals(command) && to.equals(invitee) ? answer : null);
        owe(email(Duration.ofDays(7)));

        await().untilAsserted(() -> assertThat(statuses()).containsExactly("failed"));
        assertThat(reasons()).singleElement().asString().contains(answer.substring(0, 3));
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void an_email_is_given_up_when_its_invitation_expires() {
        RELAY.follow((said, to) -> said.equals("RCPT") && to.equals(invitee) ? "450 busy" : null);
        owe(email(Duration.ofDays(7)));
        await().until(() -> attempts() > 0 && statuses().contains("due"));

        jdbc.sql("update notification.letter set expires_at = take_at + interval '1 millisecond' where event_id = ?").param(event).update();

        await().untilAsserted(() -> assertThat(statuses()).containsExactly("failed"));
        assertThat(reasons()).singleElement().asString().contains("the deadline passed");
    }

    @Test
    void an_address_that_mail_cannot_reach_fails_alone() {
        var other = new Email(new EmailId(event, INVITER), 0, Instant.now(), new Invited(), email(Duration.ofDays(1)).invitation());
        var unreachable = new Email(new EmailId(event, INVITEE), 0, Instant.now(), new Invited(),
                new Invitation(UUID.randomUUID(), UUID.randomUUID(),
                        1, ACME, "Acme", Language.ENGLISH, Role.ADMIN, new Person("Zoë", "zoë@navy.example"), null, null,
                        in(Duration.ofDays(1))));
        queue.write(new Entries(List.of(unreachable, other), List.of()));

        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("failed", "sent"));
        assertThat(column("failure")).containsOnlyOnce("address_not_supported");
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, 554 5.7.1 not you", "CONNECT, 421 4.3.2 too busy", "MAIL, 550 5.7.1 not from there", "CONNECT, HANG UP"})
    void an_unavailable_relay_costs_no_email_an_attempt(String command, String answer) throws Exception {
        RELAY.hangUp();
        RELAY.follow((said, _) -> said.equals(command) ? answer : null);
        owe(email(Duration.ofDays(7)));
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(RELAY.receivedBy(invitee)).isEmpty();
        behave();

        await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent"));
        assertThat(attempts()).isEqualTo(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void an_email_does_not_leave_whose_invitation_ends_while_the_relay_is_still_saying_hello() throws Exception {
        var email = email(Duration.ofDays(7));
        var greeted = new AtomicBoolean();
        RELAY.hangUp();
        RELAY.follow((said, _) -> {
            if (said.equals("EHLO") && !greeted.getAndSet(true)) {
                queue.write(new Entries(List.of(), List.of(new Ending(email.invitation().memberId(), 1, "the invitation was revoked"))));
            }
            return null;
        });
        owe(email);

        await().untilAsserted(() -> assertThat(statuses()).containsExactly("cancelled"));
        workers.stop(); // so that the worker that leased it has finished
        workers.start();
        assertThat(RELAY.receivedBy(invitee)).isEmpty();
    }

    @Test
    void a_relay_that_was_away_gets_every_email_once_when_it_is_back() throws Exception {
        RELAY.goAway();
        var emails = IntStream.range(0, 20).mapToObj(_ -> email(UUID.randomUUID(), invitee, Duration.ofDays(7))).toList();
        owe(emails.toArray(Email[]::new));
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        RELAY.comeBack();

        await().untilAsserted(() -> assertThat(RELAY.receivedBy(invitee)).hasSize(20));
        assertThat(RELAY.receivedBy(invitee)).extracting(it -> it.header("Message-ID")).doesNotHaveDuplicates();
    }

    @Test
    void an_email_that_a_dead_process_left_behind_is_sent_again_as_the_same_message() {
        owe(email(Duration.ofDays(7)));
        await().untilAsserted(() -> assertThat(statuses()).containsExactly("sent"));
        jdbc.sql("update notification.letter set status = 'sending', settled_at = null, take_at = now() where event_id = ?").param(event)
                .update();

        await().untilAsserted(() -> assertThat(RELAY.receivedBy(invitee)).hasSize(2));
        assertThat(RELAY.receivedBy(invitee).getLast()).isEqualTo(RELAY.receivedBy(invitee).getFirst());
    }

    @Test
    void two_instances_send_every_email_once() {
        try (var _ = Surroundings.startAnother("server.port", "0")) {
            owe(IntStream.range(0, 300).mapToObj(_ -> email(UUID.randomUUID(), invitee, Duration.ofDays(7))).toArray(Email[]::new));

            await().untilAsserted(() -> assertThat(statuses()).hasSize(300).containsOnly("sent"));
        }
        assertThat(RELAY.receivedBy(invitee)).hasSize(300).extracting(it -> it.header("Message-ID")).doesNotHaveDuplicates();
    }

    @Test
    void a_connection_carries_many_emails() {
        int before = RELAY.connections();
        owe(IntStream.range(0, 1_000).mapToObj(_ -> email(UUID.randomUUID(), invitee, Duration.ofDays(7))).toArray(Email[]::new));

        await().untilAsserted(() -> assertThat(statuses()).hasSize(1_000).containsOnly("sent"));
        assertThat(RELAY.connections() - before).isLessThan(1_000 / 5);
    }

    @Test
    void a_relay_that_takes_few_connections_gets_every_email_over_these() throws Exception {
        RELAY.hangUp();
        RELAY.follow((said, _) -> said.equals("CONNECT") && RELAY.openConnections() > 3 ? "421 4.7.0 too many connections" : null);
        owe(IntStream.range(0, 200).mapToObj(_ -> email(UUID.randomUUID(), invitee, Duration.ofDays(7))).toArray(Email[]::new));

        await().untilAsserted(() -> assertThat(statuses()).hasSize(200).containsOnly("sent"));
        assertThat(column("attempts")).as("those refused cost no attempt").containsOnly("1");
        assertThat(connections.bound()).isLessThan(10);
    }

    @Test
    void many_emails_are_sent_at_a_time_and_no_more_than_the_setting_allows() {
        var sending = new AtomicInteger();
        var most = new AtomicInteger();
        RELAY.follow((said, _) -> {
            if (said.equals("DATA")) {
                most.accumulateAndGet(sending.incrementAndGet(), Math::max);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                sending.decrementAndGet();
            }
            return null;
        });
        try (var few = Surroundings.startAnother("roster.relay.connections", "7")) {
            workers.stop();
            owe(IntStream.range(0, 200).mapToObj(_ -> email(UUID.randomUUID(), invitee, Duration.ofDays(7))).toArray(Email[]::new));

            await().untilAsserted(() -> assertThat(statuses()).hasSize(200).containsOnly("sent"));
            assertThat(few.getBean(RelayConnections.class).bound()).isEqualTo(7);
        } finally {
            workers.start();
        }
        assertThat(most).hasValueBetween(5, 7);
    }

    private void owe(Email... emails) {
        queue.write(new Entries(List.of(emails), List.of()));
    }

    private Email email(Duration life) {
        return email(event, invitee, life);
    }

    private static Email email(UUID event, String invitee, Duration life) {
        return new Email(new EmailId(event, INVITEE), 0, Instant.now(), new Invited(),
                new Invitation(UUID.randomUUID(), UUID.randomUUID(), 1, ACME, "Acme", Language.ENGLISH,
                        Role.DEVELOPER, new Person("Grace Hopper", invitee), UUID.randomUUID(),
                        new Person("Ada Lovelace", "ada@acme.example"), in(life)));
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }

    private List<String> statuses() {
        return column("status");
    }

    private List<String> reasons() {
        return column("reason");
    }

    private int attempts() {
        return Integer.parseInt(column("attempts").getFirst());
    }

    private List<String> column(String column) {
        return jdbc.sql("select " + column + "::text from notification.letter where event_id = ? or invitee_email = ?").param(event)
                .param(invitee).query(String.class).list();
    }
}
