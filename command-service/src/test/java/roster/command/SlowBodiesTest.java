package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import roster.local.request.RawHttp;

/** Incomplete bodies do not delay other requests. */
class SlowBodiesTest {
    private static final int THREADS = 4;
    private static final String HALF = " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n";

    @Test
    void other_requests_are_answered_while_many_bodies_are_on_their_way() throws IOException {
        try (var service = RunningService
                .with(Map.of("server.tomcat.threads.max", String.valueOf(THREADS), "roster.body.deadline", "1h"))) {
            int port = service.client().port();
            var slow = new ArrayList<Socket>();
            for (int i = 0; i < 4 * THREADS; i++) {
                slow.add(half(port, "POST /invitations/lookup" + HALF));
                slow.add(half(port, "POST /organizations" + HALF + "Authorization: Bearer " + FreshDatabase.OPERATOR_TOKEN + "\r\n"));
            }

            assertThat(service.client().register("slow-bodies").status()).isEqualTo(201);
            assertThat(service.client().anonymous().post("/invitations/lookup", "{\"token\": \"x\"}").status()).isEqualTo(404);
            assertThat(RawHttp.exchange(port, "POST /organizations" + HALF + "\r\n{")).startsWith("HTTP/1.1 401")
                    .contains("Connection: close");
            for (var socket : slow) {
                assertThat(socket.getInputStream().available()).isZero();
                socket.close();
            }
        }
    }

    @Test
    void a_body_that_is_late_is_answered_with_a_problem() throws IOException {
        try (var service = RunningService.with("roster.body.deadline", "100ms")) {
            for (var request : List.of("POST /invitations/lookup", "POST /invitations/decline", "POST /invitations/ask-again")) {
                var answer = RawHttp.exchange(service.client().port(), request + HALF + "\r\n{");

                assertThat(answer).startsWith("HTTP/1.1 408").contains("Connection: close", "application/problem+json",
                        "\"code\":\"request-timeout\"");
            }
        }
    }

    private static Socket half(int port, String head) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write((head + "\r\n{").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
