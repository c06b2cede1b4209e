package roster.command.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Queue;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.command.RunningService;
import roster.command.Team;

/** The primary is killed while members are invited, and a synchronous replica takes over. */
@Tag("nightly")
class FailoverTest {
    private static final int CLIENTS = 6;
    private static final int MANY = 100;
    private static final Logger log = LoggerFactory.getLogger(FailoverTest.class);

    private record Acknowledged(long nanos, UUID member) {}

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ends = new AtomicBoolean();

    @Test
    void nothing_that_was_acknowledged_is_lost(@TempDir Path folder) throws Exception {
        try (var postgres = new ReplicatedPostgres(folder)) {
            await().until(postgres::isReplicated);
            var settings = new HashMap<>(postgres.settings());
            settings.put("ROSTER_OPEN_INVITATIONS", "1000000");
            try (var service = RunningService.with(settings); var clients = Executors.newFixedThreadPool(CLIENTS)) {
                var team = service.teams().founded("failover");
                var running = IntStream.range(0, CLIENTS).<Future<?>>mapToObj(it -> clients.submit(() -> invite(team, it))).toList();
                await().until(() -> acknowledged.size() > MANY);

                postgres.fail();

                var before = acknowledged.size();
                await().until(() -> acknowledged.size() > before + MANY);
                ends.set(true);
                for (var client : running) {
                    client.get();
                }
                assertNothingLost(postgres);
                await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health/readers").status()).isEqualTo(200));
            }
        }
        log.info("acknowledged {} invitations; the longest time without one was {}", acknowledged.size(), longestGap());
    }

    /** Invites until the end, each address once. A command that was not acknowledged may be recorded or not. */
    private void invite(Team team, int client) {
        for (int i = 0; !ends.get(); i++) {
            var answer = team.invite("invitee-" + client + "-" + i + "@navy.example", "developer");
            assertThat(answer.status()).isIn(201, 503);
            if (answer.status() == 201) {
                acknowledged.add(new Acknowledged(System.nanoTime(), answer.id("/memberId")));
            }
        }
    }

    private void assertNothingLost(ReplicatedPostgres postgres) throws SQLException {
        var recorded = new TreeSet<String>();
        try (var database = postgres.replica();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select aggregate_id from event_store.event")) {
            while (rows.next()) {
                recorded.add(rows.getString(1));
            }
        }
        assertThat(acknowledged).extracting(it -> it.member().toString()).isSubsetOf(recorded);
    }

    private Duration longestGap() {
        var moments = acknowledged.stream().mapToLong(Acknowledged::nanos).sorted().toArray();
        return Duration.ofNanos(IntStream.range(1, moments.length).mapToLong(i -> moments[i] - moments[i - 1]).max().orElseThrow());
    }
}
