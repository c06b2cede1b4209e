package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;

@ServiceTest
class EventStreamTest {
    private final Acme acme = Acme.named("stream");
    private final UUID grace = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();
    private final String path = acme.path() + "/events/stream";
    private final List<Reader> readers = new ArrayList<>();

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeEach
    void graceJoins() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.token(token, null, Scope.EVENTS));
        client.get(acme.path() + "/members", "Consistency-Token", "" + recorder.lastPosition());
    }

    @AfterEach
    void readersLeave() {
        readers.forEach(Reader::close);
    }

    private List<RecordedEvent> change(int times) {
        return Stream.generate(() -> recorder.record(acme.id(), new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN),
                new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER))).limit(times).flatMap(List::stream).toList();
    }

    private Reader reader(Client caller, String query, String... headers) {
        var reader = new Reader(caller.stream(path + query, headers));
        readers.add(reader);
        return reader;
    }

    private static String positions(List<RecordedEvent> events) {
        return String.join(" ", events.stream().map(it -> "" + it.position()).toList());
    }

    @Test
    void a_reader_gets_events_as_they_are_recorded_and_continues_where_the_connection_broke() {
        var reader = reader(client, "");
        await().until(() -> !reader.ids.isEmpty());
        var first = change(3);
        await().untilAsserted(
                () -> assertThat(reader.positions()).as(() -> reader.ids + " " + reader.hasEnded()).isEqualTo(positions(first)));
        reader.close();

        var missed = change(4);
        var again = reader(client, "?after=0", "Last-Event-ID", reader.ids.getLast());
        await().untilAsserted(() -> assertThat(again.positions()).isEqualTo(positions(missed)));
        var later = change(1);

        await().untilAsserted(() -> assertThat(again.positions()).isEqualTo(positions(missed) + " " + positions(later)));
        assertThat(again.events.getLast()).contains("\"audit\"").contains("\"data\":{\"memberId\":\"" + grace);
    }

    @Test
    void a_reader_begins_anywhere_and_sees_what_it_asked_for() {
        var other = Acme.named("other");
        var reader = reader(client, "?after=0&type=member.invited&member=" + grace);
        await().untilAsserted(() -> assertThat(reader.events).hasSize(1));
        recorder.record(other.id(), other.founded());
        change(1);

        await().untilAsserted(() -> assertThat(Long.parseLong(reader.ids.getLast())).as("the heartbeat moves on")
                .isGreaterThanOrEqualTo(recorder.lastPosition() - 10));
        assertThat(reader.events).hasSize(1).first().asString().contains("roster.member.invited");
    }

    @Test
    void checkpoints_come_after_the_events_that_they_have_and_move_no_id() {
        var reader = reader(client, "?after=0&checkpoints=true");
        await().untilAsserted(() -> assertThat(reader.events).hasSizeGreaterThanOrEqualTo(6));
        var changed = change(1);
        client.get(acme.path() + "/members", "Consistency-Token", "" + changed.getLast().position());

        var signed = client.send("POST", "/admin/log/checkpoint").body();

        await().until(() -> reader.checkpoints.stream().map(new JsonMapper()::readTree)
                .anyMatch(it -> it.path("size").asLong() >= signed.path("size").asLong()));
        assertThat(reader.positions()).endsWith(positions(changed));
        assertThat(reader.checkpoints.getLast()).contains("\"checkpoint\":\"roster.localhost/log\\n");
        assertThat(reader.ids.stream().map(Long::valueOf)).as("of events, and of heartbeats").isSorted();
    }

    @Test
    void without_audit_read_neither_author_nor_reason_are_sent() {
        var reader = reader(client.as(recorder.secret(token)), "?after=0");

        await().untilAsserted(() -> assertThat(reader.events).hasSize(6));
        assertThat(reader.events).noneMatch(it -> it.contains("audit") || it.contains("operator"));
    }

    @Test
    void a_stream_ends_when_its_reader_loses_the_right() {
        var reader = reader(client.as(recorder.secret(token)), "");
        await().until(() -> !reader.ids.isEmpty());

        recorder.record(acme.id(), new ApiTokenRevoked(token, null));
        await().until(() -> {
            change(1);
            return reader.hasEnded();
        });

        assertThat(client.as(recorder.secret(token)).get(acme.path() + "/events").status()).isEqualTo(401);
    }

    @Test
    void bad_input_is_refused_by_name() {
        assertThat(client.get(path + "?after=rubbish").wrong()).isEqualTo("after");
        assertThat(client.get(path, "Last-Event-ID", "rubbish").wrong()).isEqualTo("Last-Event-ID");
        assertThat(client.get(path + "?after=99999999999").wrong()).isEqualTo("after");
    }

    /** Reads a stream in the background. */
    private static final class Reader {
        final List<String> events = new CopyOnWriteArrayList<>();
        final List<String> checkpoints = new CopyOnWriteArrayList<>();
        final List<String> ids = new CopyOnWriteArrayList<>();
        private final HttpResponse<Stream<String>> response;
        private final Thread thread;
        /** Name of the event that is being read. */
        private String named = "";

        Reader(HttpResponse<Stream<String>> response) {
            this.response = response;
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(it -> assertThat(it).startsWith("text/event-stream"));
            thread = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                response.body().forEach(line -> {
                    if (line.startsWith("id: ")) {
                        ids.add(line.substring(4));
                    } else if (line.startsWith("event: ")) {
                        named = line.substring(7);
                    } else if (line.isEmpty()) {
                        named = "";
                    } else if (line.startsWith("data: ") && named.equals("checkpoint")) {
                        checkpoints.add(line.substring(6));
                    } else if (line.startsWith("data: ")) {
                        events.add(line.substring(6));
                    }
                });
            } catch (RuntimeException _) {
                // closed
            }
        }

        String positions() {
            return String.join(" ", events.stream().map(it -> new JsonMapper().readTree(it).at("/position").asString()).toList());
        }

        boolean hasEnded() {
            return !thread.isAlive();
        }

        void close() {
            response.body().close();
        }
    }
}
