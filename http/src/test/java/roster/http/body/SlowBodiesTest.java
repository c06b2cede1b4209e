package roster.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow bodies, ten times as many as the service has threads, do not delay other requests. */
class SlowBodiesTest {
    private static final int MANY = 20;
    private static Service service;

    private final List<Connection> connections = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = Service.with();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void hangUp() {
        connections.forEach(Connection::close);
    }

    private Connection connect() {
        var connection = service.connect();
        connections.add(connection);
        return connection;
    }

    private List<Connection> many(Supplier<Connection> begun) {
        return Stream.generate(begun).limit(MANY).toList();
    }

    private void assertThatOthersAreAnswered() {
        assertThat(connect().send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ").endsWith("hello");
        assertThat(connect().post("/echo", 5, "whole").answer()).startsWith("HTTP/1.1 200 ").endsWith("null:whole");
        assertThat(connect().post("/closed", 5, "whole").answer()).startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "half"})
    void a_body_is_awaited_without_a_thread(String half) {
        var slow = many(() -> connect().post("/echo", 8, half));

        assertThatOthersAreAnswered();
        assertThat(Connection.areQuiet(slow)).isTrue();

        slow.forEach(it -> it.send("finished".substring(half.length())));
        assertThat(slow).allSatisfy(it -> assertThat(it.answer()).startsWith("HTTP/1.1 200 ").endsWith("null:" + half
                + "finished".substring(half.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4\r", "4\r\n", "4\r\nha", "4\r\nhalf", "4\r\nhalf\r", "4\r\nhalf\r\n", "4\r\nhalf\r\n0",
            "4\r\nhalf\r\n0\r\n"})
    void so_is_one_in_chunks_wherever_it_stops(String part) {
        var head = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        var slow = many(() -> connect().send(head + part));

        assertThatOthersAreAnswered();
        assertThat(Connection.areQuiet(slow)).isTrue();

        slow.forEach(it -> it.send("4\r\nhalf\r\n0\r\n\r\n".substring(part.length())));
        assertThat(slow).allSatisfy(it -> assertThat(it.answer()).startsWith("HTTP/1.1 200 ").endsWith("null:half"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 8"})
    void so_is_the_head_of_a_request(String part) {
        var slow = many(() -> connect().send(part));

        assertThatOthersAreAnswered();
        assertThat(Connection.areQuiet(slow)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo", "/echo?field=x"})
    void so_is_a_form(String path) {
        var form = "POST " + path
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nfie";
        var slow = many(() -> connect().send(form));

        assertThatOthersAreAnswered();
        assertThat(Connection.areQuiet(slow)).isTrue();
    }

    @Test
    void a_refused_request_does_not_wait_for_its_body() {
        var refused = many(() -> connect().post("/closed", 8, "half"));

        assertThat(refused).allSatisfy(it -> assertThat(it.lastAnswer()).startsWith("HTTP/1.1 401 ").contains("Connection: close"));
        assertThatOthersAreAnswered();
    }

    @Test
    void a_connection_goes_on_after_a_body_that_came_in_pieces() {
        var connection = connect();
        for (int i = 0; i < 3; i++) {
            connection.post("/echo?field=" + i, 6, "");
            assertThat(connection.isQuiet()).isTrue();
            var answer = connection.send("pie").send("ces").answer();

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith(i + ":pieces").doesNotContain("Connection: close");
        }
        assertThat(connection.post("/closed", 5, "whole").answer()).startsWith("HTTP/1.1 401 ").doesNotContain("Connection: close");
        assertThat(connection.post("/echo", 5, "after").post("/echo", 5, "piped").answer()).endsWith("after");
        assertThat(connection.answer()).endsWith("piped");
    }

    @Test
    void a_body_that_is_too_long_is_answered_once_its_sender_listens() {
        int tooLong = 64 * 1024 + 1;

        assertThat(connect().post("/echo", tooLong, "x".repeat(tooLong)).lastAnswer()).startsWith("HTTP/1.1 413 ");
        assertThat(connect().post("/echo", tooLong - 1, "x".repeat(tooLong - 1)).answer()).startsWith("HTTP/1.1 200 ");
        assertThat(connect().post("/echo", 999_999_999, "x").lastAnswer()).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_sender_that_hangs_up_leaves_nothing_behind() {
        many(() -> connect().post("/echo", 8, "half")).forEach(Connection::close);

        assertThatOthersAreAnswered();
    }

    @Test
    void a_body_that_drips_has_one_deadline_as_a_whole() {
        try (var hurried = Service.with("roster.body.deadline=1s"); var dripping = hurried.connect().post("/echo", 1_000, "x")) {
            while (dripping.isQuiet()) {
                dripping.send("x");
            }

            assertThat(dripping.lastAnswer()).startsWith("HTTP/1.1 408 ").contains("Connection: close");
        }
    }

    @Test
    void callers_without_a_credential_have_a_share_of_their_own() {
        try (var narrow = Service.with("roster.body.unfinished=3")) {
            var known = narrow.connect().post("/echo", 8, "half", "X-Name: ada\r\n");
            var slow = Stream.generate(() -> narrow.connect().post("/echo", 8, "half")).limit(3).toList();
            assertThat(Connection.areQuiet(slow)).isTrue();

            assertThat(narrow.connect().post("/echo", 8, "half").lastAnswer()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
            assertThat(narrow.connect().post("/echo", 5, "whole").answer()).startsWith("HTTP/1.1 200 ");
            assertThat(known.send("more").answer()).startsWith("HTTP/1.1 200 ");

            assertThat(slow.getFirst().send("more").answer()).startsWith("HTTP/1.1 200 ");
            var next = narrow.connect().post("/echo", 8, "half");
            assertThat(next.isQuiet()).isTrue();
            assertThat(next.send("more").answer()).startsWith("HTTP/1.1 200 ");
            slow.forEach(Connection::close); // the service waits for requests that have begun
        }
    }
}
