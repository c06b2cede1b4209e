package roster.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.notification.SomeEmails.email;

import java.time.Duration;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.contract.mail.MailFailure;
import roster.local.PerJvm;
import roster.notification.SomeEmails;
import roster.notification.entry.Person;
import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Deferred;
import roster.notification.mail.DeliveryOutcome.Needless;
import roster.notification.mail.DeliveryOutcome.Refused;
import roster.notification.mail.DeliveryOutcome.Unavailable;
import roster.notification.message.SomeComposer;

@Timeout(600)
@Execution(ExecutionMode.CONCURRENT) // the tests mostly wait for a silent relay
class RelayConnectionTest {
    /** Longer than the normal part of a conversation takes on a loaded machine. */
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private final ScriptedRelay server = new ScriptedRelay();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_real_inbox_shows_what_was_written() throws Exception {
        var inbox = PerJvm.inbox();
        try (var relay = relay(inbox.smtpPort()); var connection = relay.connection()) {
            assertThat(connection.send(message(), () -> true)).isEqualTo(new Accepted());
        }

        assertThat(inbox.messagesTo(SomeEmails.GRACE.email())).singleElement().satisfies(it -> {
            assertThat(it.subject()).isEqualTo("Ada Lovelace invited you to Acme");
            assertThat(it.text()).contains("https://console.example/invitations#");
            assertThat(it.html()).contains("Accept the invitation");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO"})
    void a_relay_that_falls_silent_at_the_door_is_not_there(String command) throws Exception {
        assertThat(sendingWhen(command, ScriptedRelay.SILENCE)).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_relay_that_falls_silent_at_an_email_is_asked_again_later(String command) throws Exception {
        assertThat(sendingWhen(command, ScriptedRelay.SILENCE)).isInstanceOf(Deferred.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_relay_that_never_comes_to_an_end_is_cut_short(String command) throws Exception {
        assertThat(sendingWhen(command, ScriptedRelay.DRIP)).isInstanceOf(Deferred.class);
    }

    @Test
    void a_line_that_went_dead_in_a_pause_is_opened_again() throws Exception {
        try (var relay = relay(server.port()); var connection = relay.connection()) {
            assertThat(connection.send(message(), () -> true)).isEqualTo(new Accepted());
            server.hangUp();
            assertThat(connection.send(message(), () -> true)).isEqualTo(new Accepted());
        }
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void a_relay_without_tls_gets_nothing_from_a_service_that_insists_on_it() throws Exception {
        try (var relay = new Relay(properties(server.port(), true)); var connection = relay.connection()) {
            assertThat(connection.send(message(), () -> true)).isInstanceOf(Unavailable.class);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void an_address_beyond_ascii_fails_at_a_relay_without_smtputf8_and_the_reason_says_so() throws Exception {
        try (var relay = relay(server.port()); var connection = relay.connection()) {
            assertThat(connection.send(beyondAscii(), () -> true)).isInstanceOfSatisfying(Refused.class, it -> {
                assertThat(it.failure()).isEqualTo(MailFailure.ADDRESS_NOT_SUPPORTED);
                assertThat(it.reason()).contains("SMTPUTF8");
            });
            assertThat(connection.send(beyondAscii(), () -> false)).isEqualTo(new Needless());
            assertThat(connection.send(message(), () -> true)).isEqualTo(new Accepted());
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void an_address_beyond_ascii_is_sent_by_a_relay_with_smtputf8_and_others_do_without() throws Exception {
        server.follow((said, _) -> said.equals("EHLO") ? "250-relay.example\r\n250 SMTPUTF8" : null);
        try (var relay = relay(server.port()); var connection = relay.connection()) {
            assertThat(connection.send(message(), () -> true)).isEqualTo(new Accepted());
            assertThat(connection.send(beyondAscii(), () -> true)).isEqualTo(new Accepted());
            assertThat(connection.send(message(), () -> true)).isEqualTo(new Accepted());
        }
        assertThat(server.received()).extracting(ScriptedRelay.Received::to).containsExactly("grace@navy.example", "gräce@navy.example",
                "grace@navy.example");
        assertThat(server.received().get(1).header("To")).endsWith(" <gräce@navy.example>");
        assertThat(server.said()).filteredOn(it -> it.startsWith("MAIL")).extracting(it -> it.endsWith(" SMTPUTF8"))
                .containsExactly(false, true, false);
    }

    private static MimeMessage beyondAscii() throws Exception {
        return SomeComposer.COMPOSER.compose(email(SomeEmails.EVENT, INVITEE,
                SomeEmails.invitation(new Person("Gräce", "gräce@navy.example"), SomeEmails.ADA)));
    }

    private DeliveryOutcome sendingWhen(String command, String answer) throws Exception {
        server.follow((said, _) -> said.equals(command) ? answer : null);
        try (var relay = relay(server.port()); var connection = relay.connection()) {
            return connection.send(message(), () -> true);
        }
    }

    private static MimeMessage message() throws Exception {
        return SomeComposer.COMPOSER.compose(email(INVITEE));
    }

    private static Relay relay(int port) {
        return new Relay(properties(port, false));
    }

    private static RelayProperties properties(int port, boolean starttls) {
        return new RelayProperties("127.0.0.1", port, "localhost", "", "", starttls, false, ANSWER, ANSWER,
                ANSWER.multipliedBy(2), Duration.ZERO, 1);
    }
}
