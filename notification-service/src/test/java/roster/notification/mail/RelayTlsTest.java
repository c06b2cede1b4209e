package roster.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.notification.SomeEmails.email;

import java.nio.file.Path;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.notification.mail.DeliveryOutcome.Accepted;
import roster.notification.mail.DeliveryOutcome.Unavailable;
import roster.notification.message.SomeComposer;

/** A relay with implicit TLS, as on port 465. */
class RelayTlsTest {
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir private static Path folder;
    private SSLContext usual;

    @BeforeEach
    void rememberTrust() throws Exception {
        usual = SSLContext.getDefault();
    }

    @AfterEach
    void trustAsUsual() {
        SSLContext.setDefault(usual);
    }

    @Test
    void an_email_is_sent_over_tls_to_a_relay_whose_certificate_is_trusted() throws Exception {
        var certificate = TestCertificate.of(folder, "ip:127.0.0.1");
        SSLContext.setDefault(certificate.trusting());
        try (var server = new ScriptedRelay(certificate.sockets())) {
            assertThat(send(server, true, PATIENT)).isEqualTo(new Accepted());
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_relay_with_a_certificate_for_another_name_gets_nothing() throws Exception {
        var certificate = TestCertificate.of(folder, "dns:other.example");
        SSLContext.setDefault(certificate.trusting());
        try (var server = new ScriptedRelay(certificate.sockets())) {
            assertThat(send(server, true, PATIENT)).isInstanceOf(Unavailable.class);
            assertThat(server.said()).isEmpty();
        }
    }

    @Test
    void a_relay_whose_certificate_is_not_trusted_gets_nothing() throws Exception {
        try (var server = new ScriptedRelay(TestCertificate.of(folder, "ip:127.0.0.1").sockets())) {
            assertThat(send(server, true, PATIENT)).isInstanceOf(Unavailable.class);
            assertThat(server.said()).isEmpty();
        }
    }

    @Test
    void a_relay_without_tls_gets_nothing_from_a_service_that_speaks_tls_at_once() throws Exception {
        try (var server = new ScriptedRelay(ServerSocketFactory.getDefault())) {
            assertThat(send(server, true, PATIENT)).isInstanceOf(Unavailable.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void a_relay_with_implicit_tls_gets_nothing_from_a_service_without() throws Exception {
        try (var server = new ScriptedRelay(TestCertificate.of(folder, "ip:127.0.0.1").sockets())) {
            assertThat(send(server, false, SHORT)).isInstanceOf(Unavailable.class);
            assertThat(server.said()).isEmpty();
        }
    }

    @Test
    void a_service_speaks_tls_at_once_or_asks_for_it_not_both() {
        assertThatThrownBy(() -> properties(465, true, true, SHORT)).hasMessageContaining("ROSTER_SMTP_STARTTLS")
                .hasMessageContaining("ROSTER_SMTP_IMPLICIT_TLS");
    }

    private static DeliveryOutcome send(ScriptedRelay server, boolean tls, Duration answer) throws Exception {
        try (var relay = new Relay(properties(server.port(), false, tls, answer)); var connection = relay.connection()) {
            return connection.send(SomeComposer.COMPOSER.compose(email(INVITEE)), () -> true);
        }
    }

    private static RelayProperties properties(int port, boolean starttls, boolean implicitTls, Duration answer) {
        return new RelayProperties("127.0.0.1", port, "localhost", "", "", starttls, implicitTls, answer, answer, answer.multipliedBy(2),
                Duration.ZERO, 1);
    }
}
