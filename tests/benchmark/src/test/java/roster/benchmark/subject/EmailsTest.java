package roster.benchmark.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.inbox.Inbox;

class EmailsTest {
    @TempDir Path folder;

    @Test
    void every_email_that_the_inbox_has_accepted_is_counted_with_its_recipient() throws Exception {
        try (var inbox = Inbox.start(folder, 0, 0)) {
            var emails = new Emails(folder);
            assertThat(emails.count()).isZero();
            send(inbox, "ada@acme.example", "grace@navy.example");
            assertThat(emails.count()).isEqualTo(2);

            var since = Instant.now();
            send(inbox, "alan@navy.example");

            assertThat(emails.count()).isEqualTo(3);
            assertThat(emails.acceptedSince(since)).containsOnlyKeys("alan@navy.example");
            assertThat(new Emails(folder).acceptedSince(Instant.EPOCH)).containsOnlyKeys("ada@acme.example", "grace@navy.example",
                    "alan@navy.example");
        }
    }

    private static void send(Inbox inbox, String... recipients) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), inbox.smtpPort())) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            for (var recipient : recipients) {
                for (var line : List.of("MAIL FROM:<roster@localhost>", "RCPT TO:<" + recipient + ">", "DATA",
                        "Subject: kept\r\n\r\nKept.\r\n.")) {
                    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    assertThat(in.readLine()).matches("[23].*");
                }
            }
        }
    }
}
