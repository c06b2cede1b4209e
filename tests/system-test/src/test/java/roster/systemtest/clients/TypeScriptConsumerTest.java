package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** The reference consumer in {@code examples/consumer-typescript}, run by {@code consumer-test.ts}. */
@OnSharedRoster
@Tag("nightly")
class TypeScriptConsumerTest {
    private final Tool tool = Node.example("consumer-typescript").with("consumer-test.ts");

    @Test
    void has_the_members_and_proves_that_it_has_every_event(Roster roster) {
        var organization = CopiedOrganization.of(roster);
        organization.live();

        var end = run(roster, organization, "");

        assertThat(end.at("/proof/complete").asBoolean()).isTrue();
        assertThat(members(end)).isEqualTo(organization.members());
    }

    @Test
    void is_caught_by_the_checksum_when_it_skips_an_event(Roster roster) {
        var organization = CopiedOrganization.of(roster);
        var suspended = organization.live();
        var honest = run(roster, organization, "");

        var end = run(roster, organization, "roster.member.suspended");

        assertThat(end.at("/proof/complete").asBoolean()).isFalse();
        assertThat(end.at("/proof/expected").asInt()).isEqualTo(honest.at("/proof/expected").asInt());
        assertThat(members(end)).containsKey(suspended);
    }

    @Test
    void has_the_documented_checksums() {
        tool.run("npx", "tsc", "-p", ".");
        tool.run(Map.of("VECTORS", Documents.file("checksum-vectors.json")), "node", "out/consumer-test.js");
    }

    /** Proof and members, once the proof is complete or the skipped event is the only one that is missing. */
    private JsonNode run(Roster roster, CopiedOrganization organization, String skipped) {
        tool.run("npx", "tsc", "-p", ".");
        var environment = new HashMap<>(Map.of("KAFKA", roster.kafka().bootstrapServers(), "QUERIES", roster.address("QUERY"),
                "TOKEN", roster.operatorToken(), "ORGANIZATION", organization.id()));
        environment.put("SKIPPED", skipped);
        tool.run(environment, "node", "out/consumer-test.js");
        return new JsonMapper().readTree(tool.output().lines().filter(it -> it.startsWith("{\"proof\"")).findFirst().orElseThrow());
    }

    private static Map<String, String> members(JsonNode end) {
        return end.path("members").propertyStream().collect(Collectors.toMap(Map.Entry::getKey, it -> CopiedOrganization.described(
                it.getValue().path("name").asString(), it.getValue().path("role").asString(), it.getValue().path("status").asString())));
    }
}
