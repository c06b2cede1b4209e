package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.command.publisher.PublishedStates.assertPublished;
import static roster.command.publisher.PublishedStates.newest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.FreshDatabase;
import roster.command.RunningService;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.kafka.MemberStateTopic;
import roster.eventstore.EventReader;
import roster.local.PerJvm;

@ServiceTest
class PublishedStatesTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String KAFKA = PerJvm.kafka().bootstrapServers();

    @Autowired private Teams teams;

    @Autowired private JdbcClient jdbc;

    private Team busyTeam(String slug) {
        var team = teams.founded(slug);
        live(team, "grace");
        return team;
    }

    /** Sends all commands on members, some of whom are deleted. */
    private static void live(Team team, String name) {
        var stays = team.join(name + "@navy.example", "developer");
        team.changeRole(stays, "admin");
        team.post(stays, "suspend");
        team.post(team.join(name + "-is-back@navy.example", "developer"), "suspend");
        team.post(team.join(name + "-changes@navy.example", "endpoint_user"), "suspend");
        team.post(team.invite(name + "-waits@navy.example", "developer").id("/memberId"), "invitation/resend");
        team.post(team.invite(name + "-is-unwanted@navy.example", "developer").id("/memberId"), "invitation/revoke");
        team.client().post("/invitations/decline",
                "{\"token\": \"" + team.link(team.invite(name + "-is-unwilling@navy.example", "developer")) + "\"}");
        team.delete(team.invite(name + "-is-late@navy.example", "developer").id("/memberId"));
        var leaves = team.join(name + "-leaves@navy.example", "admin");
        team.post(leaves, "suspend");
        team.delete(leaves);
    }

    @Test
    void the_last_record_of_each_member_is_what_their_events_amount_to() {
        var team = busyTeam("states");

        assertPublished(team, KAFKA);
    }

    @Test
    void a_membership_that_goes_on_is_told_and_one_that_has_ended_is_no_more() {
        var team = teams.founded("comings-and-goings");
        var grace = team.join("grace@navy.example", "developer");
        var gone = team.join("gone@navy.example", "developer");
        team.delete(gone);

        try (var topic = new StateTopic(KAFKA, team.id())) {
            var states = topic.readUntilAsNewAs(newest(team));

            assertThat(Objects.requireNonNull(states.get(gone)).value()).isNull();
            assertThat(Objects.requireNonNull(states.get(grace)).value()).contains("grace@navy.example").contains("\"status\":\"active\"");
            assertThat(states).containsOnlyKeys(team.ada(), grace, gone);
        }
    }

    @Test
    void a_state_is_valid_by_the_schema_that_it_names_and_tells_no_links() {
        var team = busyTeam("valid-states");

        try (var topic = new StateTopic(KAFKA, team.id())) {
            var valid = SCHEMAS.getSchema(FreshDatabase.SCHEMAS.text("member-state.v1.json"));
            var states = topic.readUntilAsNewAs(newest(team)).values().stream().filter(it -> it.value() != null).toList();

            assertThat(states).isNotEmpty().allSatisfy(state -> {
                assertThat(valid.validate(state.value(), InputFormat.JSON)).as(state.value()).isEmpty();
                assertThat(state.value()).doesNotContain("t1.");
                assertThat(new String(state.headers().lastHeader("dataschema").value(), StandardCharsets.UTF_8))
                        .isEqualTo("https://roster.example/queries/schemas/member-state.v1.json");
                assertThat(StreamSupport.stream(state.headers().spliterator(), false).map(it -> it.key()))
                        .containsExactly("content-type", "dataschema", "sequence", "position", "epoch", "store", "organization");
            });
        }
    }

    @Test
    void the_topic_forgets_states_that_are_no_longer() throws Exception {
        assertPublished(busyTeam("compacted"), KAFKA);

        try (var admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            var name = new ConfigResource(ConfigResource.Type.TOPIC, MemberStateTopic.NAME);
            var settings = Objects.requireNonNull(admin.describeConfigs(List.of(name)).all().get().get(name));

            assertThat(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()).isEqualTo("compact");
            assertThat(settings.get(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG).value()).isEqualTo(millis(Duration.ofDays(1)));
            assertThat(settings.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value()).isEqualTo(millis(Duration.ofDays(14)));
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** After a restore or a reset of the position, all states are published again, but never an older one. */
    @Test
    void told_again_from_the_beginning_no_state_is_older_than_the_one_before() {
        var team = busyTeam("again");
        assertPublished(team, KAFKA);

        jdbc.sql("update command.subscription set position = 0 where name = 'state-publisher'").update();
        team.join("marker@navy.example", "developer");

        assertPublished(team, KAFKA);
    }

    @Test
    void an_instance_takes_over_from_one_that_has_ended() {
        var one = RunningService.with(Map.of());
        var team = one.teams().founded("two-instances");
        try (var other = RunningService.beside(one.part(Environment.class))) {
            var there = new Team(other.client(), team.signer(), other.part(EventReader.class), team.slug(), team.id(), team.ada(), "");
            live(team, "grace");
            live(there, "jean");
            one.close();
            live(there, "mary");

            assertPublished(there, KAFKA);
        } finally {
            one.close();
        }
    }
}
