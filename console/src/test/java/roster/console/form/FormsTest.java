package roster.console.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import roster.console.Browsers;
import roster.console.ConsoleTest;

@ConsoleTest
@TestPropertySource(properties = {"server.tomcat.threads.max=4", "roster.body.deadline=30s"})
class FormsTest {
    private static final int MANY = 20;
    private static final String FORM = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: ";

    @LocalServerPort private int port;

    @Autowired private Browsers browsers;

    private Socket send(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String exchange(String request) throws IOException {
        try (var socket = send(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void pages_are_shown_while_many_forms_are_on_their_way() throws IOException {
        var slow = new ArrayList<Socket>();
        for (int i = 0; i < MANY; i++) {
            slow.add(send("POST /invitations/lookup" + FORM + "100\r\n\r\ntoken=x"));
        }

        assertThat(browsers.open().get("/sign-in").status()).isEqualTo(200);
        for (var socket : slow) {
            assertThat(socket.getInputStream().available()).isZero();
            socket.close();
        }
    }

    @Test
    void a_form_that_is_none_is_refused() throws IOException {
        assertThat(exchange("POST /invitations/lookup" + FORM + "9\r\n\r\ntoken=%ff")).startsWith("HTTP/1.1 400");
        assertThat(exchange("POST /invitations/lookup" + FORM + "12\r\n\r\ntoken=%c0%80")).startsWith("HTTP/1.1 400");
        assertThat(exchange("POST /invitations/lookup" + FORM + "7\r\n\r\ntoken=%")).startsWith("HTTP/1.1 400");
    }

    @Test
    void a_request_whose_head_is_too_long_is_refused() throws IOException {
        assertThat(exchange("GET /sign-in?x=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "\"code\":\"uri-too-long\"");
        assertThat(exchange("GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431").contains("application/problem+json", "\"code\":\"headers-too-large\"");
    }

    @Test
    void one_that_is_too_long_is_refused() throws IOException {
        var form = "token=" + "x".repeat(64 * 1024);

        assertThat(exchange("POST /invitations/lookup" + FORM + form.length() + "\r\n\r\n" + form)).startsWith("HTTP/1.1 413");
    }
}
