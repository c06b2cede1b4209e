package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.command.FreshDatabase;
import roster.command.Team;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.stored.EventJson;
import roster.contract.stored.RecordedEvent;

/** Compares the topic with expected states, computed independently from the team's events. */
final class PublishedStates {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ENDS = List.of("member.deleted", "member.invitation_declined", "member.invitation_revoked");

    private PublishedStates() {}

    static void assertPublished(Team team, String kafka) {
        var newest = newest(team);
        try (var topic = new StateTopic(kafka, team.id())) {
            var published = topic.readUntilAsNewAs(newest);

            assertThat(published).containsOnlyKeys(newest.keySet());
            newest.keySet().forEach(member -> assertTells(Objects.requireNonNull(published.get(member)), team.events(member)));
        }
    }

    static Map<UUID, RecordedEvent> newest(Team team) {
        return team.events().stream().filter(it -> it.type().aggregateName().equals("member"))
                .collect(Collectors.toMap(RecordedEvent::aggregateId, Function.identity(), (_, later) -> later));
    }

    private static void assertTells(ConsumerRecord<String, @Nullable String> record, List<RecordedEvent> events) {
        var newest = events.getLast();
        assertThat(StateTopic.header(record, MemberStateTopic.SEQUENCE)).isEqualTo(Long.toString(newest.sequence()));
        assertThat(StateTopic.header(record, MemberStateTopic.POSITION)).isEqualTo(Long.toString(newest.position()));
        if (events.stream().anyMatch(it -> ENDS.contains(it.type().storedName()))) {
            assertThat(record.value()).isNull();
            assertThat(StateTopic.header(record, MemberStateTopic.DATA_SCHEMA)).isEmpty();
        } else {
            assertThat(fields(JSON.readTree(record.value()))).isEqualTo(expected(events));
            assertThat(StateTopic.header(record, MemberStateTopic.DATA_SCHEMA)).isEqualTo(FreshDatabase.SCHEMAS.ofMemberState());
        }
    }

    private static Map<String, String> expected(List<RecordedEvent> events) {
        var fields = new TreeMap<String, String>();
        for (var recorded : events) {
            var data = JSON.readTree(EventJson.write(recorded.event()));
            data.optional("memberId").ifPresent(it -> fields.put("memberId", it.asString()));
            data.optional("name").ifPresent(it -> fields.put("name", it.asString()));
            data.optional("email").ifPresent(it -> fields.put("email", it.asString()));
            data.optional("role").ifPresent(it -> fields.put("role", it.asString()));
            data.optional("to").ifPresent(it -> fields.put("role", it.asString()));
            fields.putAll(switch (recorded.type().storedName()) {
                case "member.invited" -> Map.of("status", "invited", "invitationStatus", "pending", "since",
                        recorded.recordedAt().toString(), "organizationId", data.at("/organization/id").asString());
                case "member.invitation_resent" -> Map.of("invitationStatus", "pending");
                case "member.invitation_expired" -> Map.of("invitationStatus", "expired");
                case "member.invitation_accepted" -> Map.of("status", "active", "invitationStatus", "accepted", "since",
                        recorded.recordedAt().toString());
                case "member.suspended" -> Map.of("status", "suspended");
                case "member.reactivated" -> Map.of("status", "active");
                default -> Map.of();
            });
            fields.put("version", Long.toString(recorded.sequence()));
            fields.put("position", Long.toString(recorded.position()));
        }
        return fields;
    }

    private static Map<String, String> fields(JsonNode state) {
        return state.propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asString(), (a, _) -> a, TreeMap::new));
    }
}
