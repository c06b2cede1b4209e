package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.command.FreshDatabase;
import roster.command.RunningService;
import roster.command.Team;
import roster.contract.kafka.MemberStateTopic;
import roster.eventstore.EventReader;
import roster.local.PerJvm;
import roster.local.postgres.Database;

/** The event store is restored from a backup, twice, while Kafka has what was recorded after it. */
@ExtendWith(OutputCaptureExtension.class)
class RestoredStoreTest {
    private static final String KAFKA = PerJvm.kafka().bootstrapServers();
    private static final String PRODUCER = "states-of-" + UUID.randomUUID();

    @Test
    void no_position_is_used_twice_and_no_member_of_the_lost_time_stays(CapturedOutput output) {
        var original = FreshDatabase.create();
        Team team;
        UUID grace;
        try (var service = on(original)) {
            team = service.teams().founded("restored");
            grace = team.join("grace@navy.example", "developer");
            awaitPublished(team);
        }
        var backup = PerJvm.postgres().copyOf(original);

        var ghosts = new HashSet<UUID>();
        ghosts.add(liveOn(original, team, grace, "admin"));
        assertThat(output).doesNotContain("was restored from a backup");
        // begin_epoch() is not called
        var second = PerJvm.postgres().copyOf(backup);
        var positions = positions(team);
        try (var service = on(second)) {
            awaitMended(team, ghosts, output, 1);
            ghosts.add(live(service, team, grace, "endpoint_user"));
        }
        // the drill
        beginEpoch(backup, 2);
        try (var service = on(backup)) {
            awaitMended(team, ghosts, output, 2);
            var again = on(service, team);
            again.changeRole(grace, "admin");
            awaitPublished(again);
            await().untilAsserted(
                    () -> assertThat(Objects.requireNonNull(states(team).get(grace)).value()).contains("\"role\":\"admin\""));
        }
        assertThat(positions(team)).containsAllEntriesOf(positions);
    }

    private static RunningService on(Database database) {
        return RunningService.with(Map.of("ROSTER_DATABASE_URL", database.jdbcUrl(), "roster.publisher.state.producer", PRODUCER));
    }

    private static Team on(RunningService service, Team team) {
        return new Team(service.client(), team.signer(), service.part(EventReader.class), team.slug(), team.id(), team.ada(), "");
    }

    /** Records events that the backup does not have, and returns a member who is not in it. */
    private static UUID liveOn(Database database, Team team, UUID grace, String role) {
        try (var service = on(database)) {
            return live(service, team, grace, role);
        }
    }

    private static UUID live(RunningService service, Team team, UUID grace, String role) {
        var there = on(service, team);
        var ghost = there.join(role.replace('_', '-') + "-ghost@navy.example", "developer");
        assertThat(there.changeRole(grace, role).status()).isEqualTo(204);
        awaitPublished(there);
        return ghost;
    }

    private static void awaitPublished(Team team) {
        try (var topic = new Topic(KAFKA, team.id())) {
            var ids = team.events().stream().map(it -> it.eventId().toString()).toList();
            topic.readUntil(records -> records.stream().map(it -> it.value().getId()).toList().containsAll(ids));
        }
        await().untilAsserted(() -> assertThat(states(team)).containsKeys(PublishedStates.newest(team).keySet().toArray(UUID[]::new)));
    }

    private static void awaitMended(Team team, Set<UUID> ghosts, CapturedOutput output, int epoch) {
        await().untilAsserted(() -> assertThat(output).contains("its epoch is " + epoch));
        await().untilAsserted(() -> {
            var states = states(team);
            assertThat(ghosts).allSatisfy(it -> assertThat(Objects.requireNonNull(states.get(it)).value()).isNull());
            assertThat(states.values()).filteredOn(it -> it.value() != null)
                    .allSatisfy(it -> assertThat(StateTopic.header(it, MemberStateTopic.EPOCH)).isEqualTo("" + epoch));
        });
    }

    private static Map<UUID, ConsumerRecord<String, @Nullable String>> states(Team team) {
        try (var topic = new StateTopic(KAFKA, team.id())) {
            return topic.readToTheEnd();
        }
    }

    /** The event at each position on Kafka. */
    private static Map<Long, String> positions(Team team) {
        var positions = new HashMap<Long, String>();
        try (var topic = new Topic(KAFKA, team.id())) {
            for (var record : topic.readToTheEnd()) {
                var position = Long.parseLong(String.valueOf(record.value().getExtension("position")));
                var other = positions.put(position, record.value().getId());
                assertThat(other).as("another event at " + position).isIn(null, record.value().getId());
            }
        }
        return positions;
    }

    private static void beginEpoch(Database database, int atLeast) {
        JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_owner", database.passwords().owner()))
                .sql("select event_store.begin_epoch(?)").param(atLeast).query(Integer.class).single();
    }
}
