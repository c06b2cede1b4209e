package roster.console.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

/** Responses of query-service that are passed on while they arrive: new events, and files. */
@ConsoleTest
class StreamTest {
    private static final String PATH = "/organizations/acme/activity";
    private static final String EVENTS = Acme.PATH + "/events";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    @Autowired private Environment environment;
    @Autowired private MeterRegistry meters;
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final CountDownLatch serviceIsLeft = new CountDownLatch(1);
    private Browser ada;

    @BeforeEach
    void events() {
        ada = browsers.signedIn();
        Acme.asAdmin(services).stream(EVENTS + "/stream", this::sendEvents);
    }

    @AfterEach
    void end() {
        testIsOver.countDown();
        await().untilAsserted(() -> assertThat(streams()).isZero());
    }

    private double streams() {
        return meters.get("roster.activity.streams").gauge().value();
    }

    /** One event, and then heartbeats as long as there is a reader. */
    private void sendEvents(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var to = exchange.getResponseBody()) {
            to.write("retry: 1000\nid: 12\n\nid: 13\ndata: {\"reason\":\"secret\"}\n\n".getBytes(StandardCharsets.UTF_8));
            to.flush();
            while (!testIsOver.await(50, TimeUnit.MILLISECONDS)) {
                to.write(": heartbeat\n\n".getBytes(StandardCharsets.UTF_8));
                to.flush();
            }
        } catch (IOException e) {
            serviceIsLeft.countDown();
            throw e;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> open(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .header("Cookie", ada.cookies());
        Stream.iterate(0, i -> i < headers.length, i -> i + 2).forEach(i -> request.header(headers[i], headers[i + 1]));
        return HTTP.send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpResponse<InputStream> stream(String... headers) throws Exception {
        return open(PATH + "/stream?type=api_token&after=12",
                Stream.concat(Stream.of("Accept", "text/event-stream", "Accept-Encoding", "gzip"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    @Test
    void browsers_are_told_that_there_are_events_but_not_what_they_are() throws Exception {
        var response = stream();
        try (var lines = lines(response)) {
            assertThat(Stream.generate(() -> line(lines)).limit(7).toList()).containsExactly("retry: 1000", "id: 12", "", "id: 13",
                    "data: recorded", "", ": heartbeat");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(response.headers().firstValue("Cache-Control")).hasValueSatisfying(it -> assertThat(it).contains("no-store"));
            var asked = services.requests("GET", EVENTS + "/stream").getFirst();
            assertThat(asked.path()).endsWith("?type=api_token.created,api_token.revoked&after=12");
            assertThat(asked.headers().getFirst("Authorization")).startsWith("Bearer ");
        }
    }

    private static String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void after_an_interruption_it_continues_with_the_last_event_of_the_browser() throws Exception {
        try (var _ = stream("Last-Event-ID", "13").body()) {
            assertThat(services.requests("GET", EVENTS + "/stream").getFirst().headers().getFirst("Last-Event-ID")).isEqualTo("13");
        }
        try (var _ = stream("Last-Event-ID", "\"><").body()) {
            assertThat(services.requests("GET", EVENTS + "/stream").getLast().headers().getFirst("Last-Event-ID")).isNull();
        }
    }

    @Test
    void it_ends_when_the_reader_leaves() throws Exception {
        stream().body().close();

        assertThat(serviceIsLeft.await(30, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(streams()).isZero());
    }

    @Test
    void it_ends_with_the_session() throws Exception {
        var page = ada.get("/organizations/acme/members/" + Acme.GRACE);
        try (var lines = lines(stream())) {
            ada.post(page, "/sign-out");

            assertThat(lines.lines().toList()).contains("data: recorded");
            assertThat(serviceIsLeft.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(stream().statusCode()).isEqualTo(401);
        assertThat(ada.signIn("google", "Ada Lovelace", "ada@acme.example").address().getPath()).doesNotContain("stream");
    }

    @Test
    void a_session_has_a_limited_number_of_them() throws Exception {
        var open = new ArrayList<InputStream>();
        for (int i = 0; i < 8; i++) {
            open.add(stream().body());
        }
        assertThat(stream().statusCode()).isEqualTo(429);
        open.removeLast().close();

        await().untilAsserted(() -> assertThat(streams()).isEqualTo(7));
        open.add(stream().body());
        assertThat(streams()).isEqualTo(8);
        for (var it : open) {
            it.close();
        }
    }

    @Test
    void those_who_may_not_read_events_get_none() throws Exception {
        Acme.asEndpointUser(services);

        assertThat(stream().statusCode()).isEqualTo(403);
        assertThat(open(PATH + "/events.csv").statusCode()).isEqualTo(403);
        assertThat(services.requests("GET", EVENTS)).isEmpty();
    }

    @Test
    void what_query_service_rejects_is_answered_before_anything_is_sent() throws Exception {
        Acme.asAdmin(services).answer("GET", EVENTS, 503, """
                {"code":"unavailable","status":503,"detail":"There are too many exports at the same time."}""");

        assertThat(stream().statusCode()).isEqualTo(404);
        assertThat(open(PATH + "/events.csv").statusCode()).isEqualTo(503);
    }

    @Test
    void a_file_is_passed_on_while_it_is_written() throws Exception {
        var firstLineIsRead = new CountDownLatch(1);
        services.stream(EVENTS, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var to = exchange.getResponseBody()) {
                to.write("position\r\n".repeat(2_000).getBytes(StandardCharsets.UTF_8));
                to.flush();
                firstLineIsRead.await();
                to.write("the end\r\n".getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        var response = open(PATH + "/events.csv?type=member.invited&from=2026-11-24");
        try (var lines = lines(response)) {
            assertThat(lines.readLine()).isEqualTo("position");
            firstLineIsRead.countDown();
            assertThat(lines.lines().toList()).hasSize(2_000).last().isEqualTo("the end");
        }
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).matches("attachment; filename=\"acme-events-20\\d\\d-\\d\\d-\\d\\d\\.csv\""));
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        var asked = services.requests("GET", EVENTS).getFirst();
        assertThat(asked.path()).isEqualTo(EVENTS + "?type=member.invited&from=2026-11-23T23:59:59.999999Z");
        assertThat(asked.headers().getFirst("Accept")).isEqualTo("text/csv");
    }

    @Test
    void a_file_that_query_service_cannot_finish_does_not_look_complete() throws Exception {
        services.stream(EVENTS, exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write("{}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });

        try (var body = open(PATH + "/events.ndjson").body()) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}
