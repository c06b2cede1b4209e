package roster.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.local.process.PortTaken;

class InboxTest {
    @TempDir Path folder;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private Inbox inbox;

    @BeforeEach
    void start() {
        inbox = Inbox.start(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void a_mail_is_listed_as_it_was_sent() throws Exception {
        var before = Instant.now();
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("roster@localhost", "grace@navy.example", """
                    From: =?UTF-8?Q?R=C3=B6ster?= <roster@localhost>
                    To: Grace Hopper <grace@navy.example>
                    Subject: =?UTF-8?Q?Join_=E2=80=9CAcme=E2=80=9D?=
                    Message-ID: <1@localhost>
                    X-Twice: one
                    X-Twice: two
                    MIME-Version: 1.0
                    Content-Type: multipart/alternative; boundary=next

                    --next
                    Content-Type: text/plain; charset=UTF-8
                    Content-Transfer-Encoding: 8bit

                    Grüße
                    --next
                    Content-Type: text/html; charset=UTF-8
                    Content-Transfer-Encoding: quoted-printable

                    <p>Gr=C3=BC=C3=9Fe</p>
                    --next--
                    """);
        }

        var mail = get("/api/messages").get(0);
        assertThat(mail.propertyNames()).containsExactly("id", "from", "to", "subject", "text", "html", "headers", "receivedAt");
        assertThat(mail.get("from").asString()).isEqualTo("roster@localhost");
        assertThat(mail.at("/to/0").asString()).isEqualTo("grace@navy.example");
        assertThat(mail.get("subject").asString()).isEqualTo("Join “Acme”");
        assertThat(mail.get("text").asString().strip()).isEqualTo("Grüße");
        assertThat(mail.get("html").asString().strip()).isEqualTo("<p>Grüße</p>");
        assertThat(mail.at("/headers/From/0").asString()).isEqualTo("Röster <roster@localhost>");
        assertThat(mail.at("/headers/Message-ID/0").asString()).isEqualTo("<1@localhost>");
        assertThat(mail.at("/headers/X-Twice").size()).isEqualTo(2);
        assertThat(Instant.parse(mail.get("receivedAt").asString())).isBetween(before.minusMillis(1), Instant.now().plusMillis(1));
    }

    @Test
    void an_address_that_cannot_exist_is_refused() throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            assertThatThrownBy(() -> client.send("a@localhost", "grace@navy.Invalid", "Subject: first\n\n1\n"))
                    .hasMessageContaining("550 5.1.2 there is no such domain");
        }

        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void mails_are_listed_oldest_first_and_found_by_recipient_however_it_is_spelled() throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("a@localhost", "ada+one@acme.example", "Subject: first\n\n1\n");
            client.send("a@localhost", "grace@bücher.example", "Subject: second\n\n2\n");
            client.send("a@localhost", "jürgen@xn--bcher-kva.example", "Subject: third\n\n3\n");
        }

        assertThat(get("/api/messages").findValuesAsString("subject")).containsExactly("first", "second", "third");
        assertThat(get("/api/messages?to=ADA+one@acme.example&since=never").findValuesAsString("subject")).containsExactly("first");
        assertThat(get("/api/messages?to=ada%2Bone%40acme.example").findValuesAsString("subject")).containsExactly("first");
        assertThat(get("/api/messages?to=grace@xn--bcher-kva.example").findValuesAsString("subject")).containsExactly("second");
        assertThat(get("/api/messages?to=j%C3%BCrgen@b%C3%BCcher.example").findValuesAsString("subject")).containsExactly("third");
        assertThat(get("/api/messages?to=nobody@acme.example").size()).isZero();
        assertThat(inbox.messagesTo("ada+one@acme.example")).extracting(Message::subject).containsExactly("first");
    }

    @Test
    void a_mail_is_on_disk_before_its_receipt_is_answered() throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            var answer = client.send("a@localhost", "ada@acme.example", "Subject: kept\n\nKept.\n");
            var id = answer.replaceFirst("250 kept as ", "");
            assertThat(folder.resolve("mails.log")).content().contains(id, "Subject: kept");
        }
    }

    @Test
    void mails_that_arrive_at_the_same_time_are_all_kept() throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 20; client++) {
                var from = "client-" + client + "@localhost";
                var _ = clients.submit(() -> {
                    try (var smtp = new SmtpClient(inbox.smtpPort())) {
                        for (int mail = 0; mail < 10; mail++) {
                            smtp.send(from, "ada@acme.example", "Subject: " + mail + "\n\n" + from + "\n");
                        }
                    }
                    return null;
                });
            }
        }
        var before = inbox.messages();
        stop();
        start();

        assertThat(before).hasSize(200).allSatisfy(it -> assertThat(it.text()).contains(it.from()));
        assertThat(inbox.messages()).isEqualTo(before);
    }

    @Test
    void what_a_crash_left_incomplete_is_cut_off_and_the_mails_before_it_and_after_it_are_kept() throws Exception {
        sendTo("ada@acme.example");
        sendTo("grace@navy.example");
        stop();
        try (var log = FileChannel.open(folder.resolve("mails.log"), StandardOpenOption.WRITE)) {
            log.truncate(log.size() - 5);
        }
        start();
        assertThat(inbox.messages()).extracting(Message::to).containsExactly(List.of("ada@acme.example"));

        sendTo("alan@navy.example");
        stop();
        start();
        assertThat(inbox.messages()).extracting(Message::to).containsExactly(List.of("ada@acme.example"), List.of("alan@navy.example"));
    }

    @Test
    void mails_in_files_of_their_own_are_shown_and_deleted_as_well() throws Exception {
        stop();
        Files.writeString(folder.resolve("1000.eml"),
                "Return-Path: <a@localhost>\r\nDelivered-To: old@acme.example\r\nSubject: old\r\n\r\nOld.\r\n");
        start();
        sendTo("ada@acme.example");

        assertThat(inbox.messages()).extracting(Message::subject).containsExactly("old", "kept");
        inbox.clear();
        assertThat(inbox.messages()).isEmpty();
        assertThat(folder.resolve("1000.eml")).doesNotExist();
    }

    private void sendTo(String address) throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("a@localhost", address, "Subject: kept\n\nKept.\n");
        }
    }

    @Test
    void mails_and_their_ids_outlive_a_restart_and_deletion_does_too() throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("a@localhost", "jürgen@acme.example", "Subject: kept\n\nKept.\n");
        }
        var before = inbox.messages();
        stop();
        start();
        assertThat(inbox.messages()).isEqualTo(before).extracting(Message::to).asString().contains("jürgen@acme.example");

        assertThat(send("DELETE", "/api/messages").statusCode()).isEqualTo(204);
        stop();
        start();
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void half_a_mail_is_no_mail() throws Exception {
        Files.writeString(folder.resolve("1.eml.unfinished"), "Return-Path: <a@localhost>\r\n");
        stop();
        start();
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void what_breaks_the_rules_of_mime_is_shown_all_the_same() throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("a@localhost", "ada@acme.example", "Content-Type: text/plain; charset=no-such\n\nlegible\n");
            client.send("a@localhost", "ada@acme.example", "Content-Type: multipart/mixed\n\nno boundary\n");
            client.send("a@localhost", "ada@acme.example", "no header at all\n");
            client.send("a@localhost", "ada@acme.example", "Content-Type: !!\nSubject: =?no-such?Q?x?=\n\nbody\n");
        }
        assertThat(inbox.messages()).hasSize(4);
        assertThat(inbox.messages().getFirst().text()).contains("legible");
        assertThat(send("GET", "/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_mail_cannot_run_in_the_page() throws Exception {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("a@localhost", "ada@acme.example",
                    "Subject: <script>alert(1)</script>\nContent-Type: text/html\n\n\"><script>alert(2)</script>\n");
        }
        var id = inbox.messages().getFirst().id();

        for (var path : new String[]{"/", "/messages/" + id}) {
            var page = send("GET", path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
            assertThat(page.headers().firstValue("Content-Security-Policy")).get().asString().startsWith("default-src 'none'");
        }
        assertThat(send("GET", "/messages/" + id).body()).contains("sandbox=").contains("&quot;&gt;&lt;script&gt;alert(2)");
        assertThat(send("GET", "/messages/1").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/messages/x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_from_elsewhere_cannot_pass_for_this_machine() throws Exception {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), inbox.page().getPort())) {
            socket.getOutputStream().write("GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(
                    StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void a_large_mail_fits() throws Exception {
        var line = "x".repeat(70) + "\n";
        try (var client = new SmtpClient(inbox.smtpPort())) {
            client.send("a@localhost", "ada@acme.example", "Subject: large\n\n" + line.repeat((1 << 20) / line.length() + 1));
        }
        assertThat(inbox.messages().getFirst().text()).hasSizeGreaterThan(1 << 20);
    }

    @Test
    void mails_of_several_callers_at_once_are_all_kept() throws Exception {
        try (var callers = Executors.newFixedThreadPool(4)) {
            for (var sent : callers.invokeAll(Collections.nCopies(4, this::sendHundred))) {
                sent.get();
            }
        }
        assertThat(inbox.messages()).hasSize(400);
    }

    private boolean sendHundred() throws IOException {
        try (var client = new SmtpClient(inbox.smtpPort())) {
            for (int i = 0; i < 100; i++) {
                client.send("a@localhost", "ada@acme.example", "Subject: one of many\n\n" + "text\n".repeat(800));
            }
            return true;
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> Inbox.start(folder, other.getLocalPort(), 0)).isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + other.getLocalPort());
        }
    }

    private JsonNode get(String path) throws Exception {
        var response = send("GET", path);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        var uri = URI.create(inbox.page().toString().replaceFirst("/$", "") + path);
        return HTTP.send(HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
