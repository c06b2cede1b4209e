package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.replay.ReplayCommand;
import roster.systemtest.running.Answer;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** {@code ./roster replay} against query-service. */
@OnSharedRoster
class ReplayTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void has_the_members_that_query_service_shows_as_of_every_event(Roster roster) {
        var organization = CopiedOrganization.of(roster);
        organization.erase(organization.live());

        var events = answer(roster, organization, "events?limit=1000").body().path("data").valueStream().toList();

        assertThat(events).hasSizeGreaterThan(15).allSatisfy(event -> {
            assertThat(replayed(roster, organization, event.path("position").asString()))
                    .isEqualTo(members(roster, organization, event.path("position").asString()));
            assertThat(replayed(roster, organization, event.path("time").asString()))
                    .isEqualTo(members(roster, organization, event.path("time").asString()));
        });
    }

    private static List<JsonNode> replayed(Roster roster, CopiedOrganization organization, String asOf) {
        var out = new ByteArrayOutputStream();
        var messages = new ByteArrayOutputStream();
        try {
            int status = ReplayCommand.run(new String[]{organization.id(), "--as-of", asOf, "--queries", roster.address("QUERY")},
                    Map.of("TOKEN", roster.operatorToken()), new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(messages, true, StandardCharsets.UTF_8));
            assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    private static List<JsonNode> members(Roster roster, CopiedOrganization organization, String asOf) {
        return Stream.of("", "&status=deleted")
                .flatMap(it -> answer(roster, organization, "members?limit=100&asOf=" + asOf + it).body().path("data").valueStream())
                .sorted(Comparator.comparing(it -> it.path("memberId").asString())).toList();
    }

    private static Answer answer(Roster roster, CopiedOrganization organization, String rest) {
        var answer = roster.queries().get("/organizations/" + organization.id() + "/" + rest);
        assertThat(answer.status()).as(rest).isEqualTo(200);
        return answer;
    }
}
