package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import example.consumer.EventSum;
import example.consumer.MemberConsumer;
import example.consumer.MemberConsumer.Stopped;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** The reference consumer in {@code examples/consumer-java}. */
@OnSharedRoster
class JavaConsumerTest {
    @Test
    void has_the_members_and_proves_that_it_has_every_event(Roster roster) {
        var organization = CopiedOrganization.of(roster);
        Await.until(() -> bootstrapped(roster, organization).equals(organization.members()));
        try (var consumer = consumer(roster, organization, Map.of())) {
            consumer.bootstrap();
            organization.live();

            Await.until(() -> consumer.follow() >= 0 && consumer.prove().complete() && members(consumer).equals(organization.members()));

            assertThat(members(consumer)).containsValue("Mary Keller, admin, suspended").hasSize(4);
        }
    }

    /** The last event of a member, so that no sequence is missing. */
    @Test
    void is_caught_by_the_checksum_when_it_skips_an_event(Roster roster) throws Exception {
        var organization = CopiedOrganization.of(roster);
        try (var honest = consumer(roster, organization, Map.of());
                var skipping = skipping("roster.member.suspended", roster, organization)) {
            honest.bootstrap();
            skipping.bootstrap();
            var suspended = organization.live();
            Await.until(() -> honest.follow() >= 0 && honest.prove().complete() && members(honest).equals(organization.members()));

            Await.until(() -> skipping.follow() >= 0 && lacksOne(skipping));

            assertThat(skipping.prove().complete()).isFalse();
            assertThat(members(skipping).get(suspended)).isEqualTo("Mary Keller, admin, active");
        }
    }

    @Test
    void stops_at_a_gap(Roster roster) {
        var organization = CopiedOrganization.of(roster);
        try (var skipping = skipping("roster.member.name_changed", roster, organization)) {
            skipping.bootstrap();
            organization.live();

            assertThatExceptionOfType(Stopped.class).isThrownBy(() -> Await.until(() -> skipping.follow() < 0))
                    .withMessageContaining("a gap before event 4");
        }
    }

    @Test
    void has_the_documented_checksums() {
        var vectors = new JsonMapper().readTree(Path.of(Documents.file("checksum-vectors.json")).toFile());

        assertThat(vectors).isNotEmpty().allSatisfy(vector -> assertThat(
                EventSum.of(vector.path("lines").valueStream().map(JsonNode::asString).toList()))
                .isEqualTo(vector.path("checksum").asString()));
    }

    /** The members as the topic of states alone has them. */
    private static Map<String, String> bootstrapped(Roster roster, CopiedOrganization organization) {
        try (var consumer = consumer(roster, organization, Map.of())) {
            consumer.bootstrap();
            return members(consumer);
        }
    }

    private static boolean lacksOne(MemberConsumer consumer) throws IOException, InterruptedException {
        var proof = consumer.prove();
        return proof.count() == proof.expected() - 1;
    }

    private static MemberConsumer consumer(Roster roster, CopiedOrganization organization, Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("bootstrap.servers", roster.kafka().bootstrapServers());
        return new MemberConsumer(all, URI.create(roster.address("QUERY")), roster.operatorToken(), organization.id(), 0);
    }

    private static MemberConsumer skipping(String type, Roster roster, CopiedOrganization organization) {
        return consumer(roster, organization,
                Map.of("interceptor.classes", SkippingInterceptor.class.getName(), SkippingInterceptor.TYPE, type));
    }

    private static Map<String, String> members(MemberConsumer consumer) {
        return consumer.members().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                it -> CopiedOrganization.described(Objects.requireNonNull(it.getValue().name()), it.getValue().role(),
                        it.getValue().status())));
    }
}
