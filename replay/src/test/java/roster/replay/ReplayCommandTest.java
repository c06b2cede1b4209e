package roster.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.contract.event.Event;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.Organization;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.proof.Checksum;
import roster.contract.role.Role;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;

class ReplayCommandTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID GRACE = new UUID(1, 2);
    private static final Organization ACME = new Organization(new UUID(2, 1), "acme", "Acme", null);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final List<String> feed = new ArrayList<>(List.of(
            line(3, invited(ADA, "Ada"), 0, NOON), line(5, invited(GRACE, "Grace"), 0, NOON.plusSeconds(60)),
            // recorded by a clock that was set back
            line(8, new MemberRoleChanged(ADA, Role.DEVELOPER, Role.ADMIN), 1, NOON.plusSeconds(30))));

    @TempDir private Path folder;

    @Test
    void a_file_is_folded_up_to_a_position_without_asking_any_service() throws Exception {
        assertThat(run("--events", file(), "--as-of", "5")).isZero();

        assertThat(printed()).satisfiesExactly(ada -> assertThat(ada).contains("\"name\":\"Ada\"", "\"role\":\"developer\""),
                grace -> assertThat(grace).contains("\"name\":\"Grace\""));
        assertThat(told()).startsWith("2 events up to position 5 with the checksum ");
    }

    @Test
    void an_event_counts_from_the_newest_time_on_that_it_or_one_before_it_was_recorded_at() throws Exception {
        assertThat(run("--events", file(), "--as-of", "2026-11-01T12:00:30Z")).isZero();
        assertThat(told()).startsWith("1 events up to position 3");
        messages.reset();

        assertThat(run("--events", file(), "--as-of", "2026-11-01T12:01:00Z")).isZero();
        assertThat(told()).startsWith("3 events up to position 8");
    }

    @Test
    void a_person_who_was_erased_later_has_no_name() throws Exception {
        feed.add(line(9, new MemberErased(GRACE), 1, NOON.plusSeconds(90)));

        assertThat(run("--events", file(), "--as-of", "5")).isZero();

        assertThat(printed().getLast()).contains("\"name\":null", "\"erased\":true").doesNotContain("Grace");
    }

    @Test
    void a_missing_event_is_named() throws Exception {
        feed.remove(0);

        assertThat(run("--events", file())).isOne();

        assertThat(told()).contains("an event is missing before position 8", ADA.toString());
        assertThat(printed()).isEmpty();
    }

    @Test
    void events_out_of_order_or_of_an_unknown_type_are_rejected() throws Exception {
        feed.add(feed.getFirst());
        assertThat(run("--events", file())).isOne();
        assertThat(told()).contains("position 3 comes after position 8");

        feed.set(3, feed.getFirst().replace("roster.member.invited", "roster.member.knighted"));
        assertThat(run("--events", file())).isOne();
        assertThat(told()).contains("no such event: member.knighted");
    }

    @Test
    void a_read_that_breaks_off_goes_on_behind_the_last_event() throws Exception {
        try (var service = new Service(feed)) {
            assertThat(run("acme", "--queries", service.address())).as(told()).isZero();

            assertThat(printed()).hasSize(2);
            assertThat(service.asked).containsExactly("/organizations/acme/events/checksum", "/organizations/acme/events?after=0",
                    "/organizations/acme/events?after=3");
        }
    }

    @Test
    void a_checksum_that_is_not_that_of_the_service_fails() throws Exception {
        try (var service = new Service(feed)) {
            assertThat(run("acme", "--queries", service.address(), "--events", file())).isZero();
            out.reset();
            feed.removeLast();

            assertThat(run("acme", "--queries", service.address(), "--events", file())).isOne();

            assertThat(told()).contains("2 events up to position 5", "but query-service has 3 up to position 8");
            assertThat(printed()).isEmpty();
        }
    }

    @Test
    void a_service_that_cannot_be_reached_and_a_file_that_cannot_be_read_are_named() throws Exception {
        String address;
        try (var service = new Service(feed)) {
            address = service.address();
        }
        assertThat(run("acme", "--queries", address)).isOne();
        assertThat(told()).contains(address, "cannot be reached");

        assertThat(run("--events", folder.resolve("none.ndjson").toString())).isOne();
        assertThat(told()).contains("none.ndjson cannot be read");

        var binary = Files.write(folder.resolve("binary.ndjson"), new byte[]{(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(run("--events", binary.toString())).isOne();
        assertThat(told()).contains("binary.ndjson cannot be read");
    }

    @Test
    void wrong_arguments_are_named() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("acme", "--as-of", "yesterday")).isEqualTo(2);
        assertThat(run("acme", "--until", "5")).isEqualTo(2);
        assertThat(run("acme", "--as-of")).isEqualTo(2);
        assertThat(told()).contains("an organization or a file is needed", "yesterday is neither an instant", "--until is unknown",
                "--as-of is unknown, or lacks its value", "Usage: ./roster replay");
    }

    private int run(String... args) throws InterruptedException {
        return ReplayCommand.run(args, Map.of("TOKEN", "secret"), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8));
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String told() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    private String file() throws IOException {
        return Files.write(folder.resolve("events.ndjson"), feed).toString();
    }

    private static MemberInvited invited(UUID member, String name) {
        return new MemberInvited(member, ACME, new UUID(3, member.getLeastSignificantBits()), name, name + "@acme.example", Role.DEVELOPER,
                null, NOON.plusSeconds(600));
    }

    private static String line(long position, Event event, long sequence, Instant time) {
        return String.format(Locale.ROOT, """
                {"id": "%s", "type": "%s", "subject": "%s", "time": "%s", "sequence": "%d", "position": "%d", "revision": %d, \
                "organization": "%s", "data": %s}""", new UUID(9, position), MemberEventsTopic.cloudEventType(EventType.of(event)),
                event.aggregateId(), time, sequence, position, EventType.of(event).revision(), ACME.id(), EventJson.write(event));
    }

    /** A service that breaks off the first answer after one event. */
    private static final class Service implements AutoCloseable {
        private final HttpServer server;
        private final List<String> lines;
        private final List<String> asked = new ArrayList<>();

        Service(List<String> lines) throws IOException {
            this.lines = List.copyOf(lines);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    answer(exchange);
                }
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            asked.add(exchange.getRequestURI().toString());
            boolean isFirst = asked.size() == 2;
            var body = exchange.getRequestURI().getPath().endsWith("checksum") ? checksum()
                    : String.join("\n", isFirst ? lines : lines.subList(1, lines.size()));
            exchange.sendResponseHeaders(200, body.getBytes(StandardCharsets.UTF_8).length);
            var sent = isFirst && !exchange.getRequestURI().getPath().endsWith("checksum") ? lines.getFirst() + "\n{" : body;
            exchange.getResponseBody().write(sent.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }

        private String checksum() {
            var sum = Checksum.EMPTY;
            for (var line : lines) {
                sum = sum.plus(FeedLine.of(line).proof());
            }
            return String.format(Locale.ROOT, """
                    {"from": "0", "to": "8", "count": %d, "checksum": "%s"}""", lines.size(), sum);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
