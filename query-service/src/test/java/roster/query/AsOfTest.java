package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;
import roster.local.Effort;

@ServiceTest
class AsOfTest {
    private static final long SEED = Long.getLong("roster.seed", System.nanoTime());

    private final UUID grace = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();
    @Autowired Client client;
    @Autowired Recorder recorder;

    private Client.Response get(String path) {
        return client.get(path, "Consistency-Token", "" + recorder.lastPosition());
    }

    @Test
    void answers_as_of_any_moment_are_those_of_an_independent_fold() {
        var random = new Random(SEED);
        var crowd = new Crowd(UUID.randomUUID());
        var events = new ArrayList<RecordedEvent>();
        crowd.events(random.ints(150, 0, 100_000).boxed()).forEach(it -> events.addAll(recorder.record(crowd.organization().id(), it)));
        // read again, because data of members who were erased meanwhile is unreadable
        var readable = recorder.all().stream().filter(it -> it.organizationId().equals(crowd.organization().id())).toList();
        var erased = readable.stream().map(RecordedEvent::event).filter(MemberErased.class::isInstance)
                .map(it -> "" + it.aggregateId()).collect(Collectors.toSet());
        var path = "/organizations/" + crowd.organization().id();

        for (int i = 0; i < Effort.of(10, 1_000); i++) {
            int last = random.nextInt(readable.size());
            var moment = "asOf=" + (random.nextBoolean() ? readable.get(last).recordedAt() : readable.get(last).position());
            var rows = new IndependentViews(readable.subList(0, last + 1)).rows("member");

            assertThat(members(path, moment)).as("seed %d, %s", SEED, moment).isEqualTo(expected(rows, erased));
            assertThat(counts(get(path + "/roles?" + moment))).as("seed %d, %s", SEED, moment).isEqualTo(expectedCounts(rows));
        }
    }

    /** Role, status, version and name of all members, by id. */
    private Map<String, String> members(String path, String moment) {
        var members = new TreeMap<String, String>();
        for (var status : List.of("", "&status=deleted")) {
            var page = get(path + "/members?limit=7&" + moment + status);
            while (true) {
                page.body().path("data").forEach(it -> assertThat(members.put(it.at("/memberId").asString(), told(it))).isNull());
                if (page.body().path("next").isNull()) {
                    break;
                }
                page = get(path + "/members?limit=7&" + moment + status + "&after=" + page.text("/next"));
            }
        }
        return members;
    }

    private static String told(JsonNode it) {
        return String.join(" ", it.at("/role").asString(), it.at("/status").asString(), it.at("/version").asString(),
                it.at("/erased").asString(), Objects.toString(it.at("/name").asString(null)),
                it.at("/invitation/status").asString(), it.at("/invitation/issue").asString());
    }

    private static Map<String, String> expected(List<Map<String, String>> rows, Set<String> erased) {
        var members = new TreeMap<String, String>();
        rows.forEach(it -> members.put(it.get("member_id"), String.join(" ", it.get("role"), it.get("status"), it.get("version"),
                "" + erased.contains(it.get("member_id")), erased.contains(it.get("member_id")) ? "null" : it.get("name"),
                it.get("invitation_status"), it.get("invitation_issue"))));
        return members;
    }

    private static Map<String, Long> counts(Client.Response roles) {
        var counts = new HashMap<String, Long>();
        roles.body().path("data").forEach(role -> role.path("members").propertyStream()
                .filter(it -> !it.getKey().equals("expired") && it.getValue().asLong() > 0)
                .forEach(it -> counts.put(role.path("role").asString() + " " + it.getKey(), it.getValue().asLong())));
        return counts;
    }

    private static Map<String, Long> expectedCounts(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.groupingBy(it -> it.get("role") + " " + it.get("status"), Collectors.counting()));
    }

    @Test
    void a_difference_is_that_of_two_folds() {
        var random = new Random(SEED);
        var crowd = new Crowd(UUID.randomUUID());
        crowd.events(random.ints(100, 0, 100_000).boxed()).forEach(it -> recorder.record(crowd.organization().id(), it));
        var readable = recorder.all().stream().filter(it -> it.organizationId().equals(crowd.organization().id())).toList();

        for (int i = 0; i < Effort.of(5, 200); i++) {
            int one = random.nextInt(readable.size());
            int other = one + random.nextInt(readable.size() - one);
            var path = "/organizations/" + crowd.organization().id() + "/diff?limit=3&from=" + readable.get(one).position() + "&to="
                    + readable.get(other).recordedAt();

            assertThat(differences(path)).as("seed %d, %s", SEED, path)
                    .isEqualTo(expected(states(readable.subList(0, one + 1)), states(readable.subList(0, other + 1))));
        }
        assertThat(differences("/organizations/" + crowd.organization().id() + "/diff?limit=50&from=2020-01-01T00:00:00Z"))
                .as("from before the registration").isEqualTo(expected(Map.of(), states(readable)));
    }

    private Map<String, String> differences(String path) {
        var differences = new TreeMap<String, String>();
        var page = get(path);
        while (true) {
            page.body().path("data")
                    .forEach(it -> assertThat(differences.put(it.at("/memberId").asString(), it.at("/change").asString())).isNull());
            if (page.body().path("next").isNull()) {
                return differences;
            }
            page = get(path + "&after=" + page.text("/next"));
        }
    }

    /** Role, status, name and address of the members, without those who are deleted. */
    private static Map<String, String> states(List<RecordedEvent> events) {
        return new IndependentViews(events).rows("member").stream().filter(it -> !"deleted".equals(it.get("status")))
                .collect(Collectors.toMap(it -> it.get("member_id"),
                        it -> String.join(" ", it.get("role"), it.get("status"), it.get("name"), it.get("email"))));
    }

    private static Map<String, String> expected(Map<String, String> before, Map<String, String> after) {
        var differences = new TreeMap<String, String>();
        before.forEach((id, it) -> {
            if (!after.containsKey(id)) {
                differences.put(id, "left");
            } else if (!after.get(id).equals(it)) {
                differences.put(id, "changed");
            }
        });
        after.keySet().stream().filter(it -> !before.containsKey(it)).forEach(it -> differences.put(it, "joined"));
        return differences;
    }

    @Test
    void a_member_a_token_and_what_they_may_are_as_they_were() {
        var acme = Acme.named("as-of");
        var start = recorder.record(acme.id(), acme.founded());
        var joined = recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        var made = recorder.record(acme.id(), acme.token(token, grace, Scope.DIRECTORY, Scope.AUDIT)).getLast();
        var promoted = recorder.record(acme.id(), new MemberNameChanged(grace, "Grace Hopper", "Grace"),
                new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN)).getLast();
        var suspended = recorder.record(acme.id(), new MemberSuspended(grace)).getLast();
        var end = recorder.record(acme.id(), new MemberReactivated(grace), new ApiTokenRevoked(token, grace),
                new MemberDeleted(grace, MemberStatus.ACTIVE)).getLast();
        var member = acme.path() + "/members/" + grace;

        assertThat(get(member + "?asOf=" + joined.getLast().recordedAt()).text("/name")).isEqualTo("Grace Hopper");
        assertThat(get(member + "?asOf=" + promoted.position()).text("/role")).isEqualTo("admin");
        assertThat(get(member + "?asOf=" + suspended.position()).text("/status")).isEqualTo("suspended");
        assertThat(get(member + "?asOf=" + start.getLast().position()).status()).as("before the invitation").isEqualTo(404);
        assertThat(get(member + "?asOf=" + promoted.position()).header("As-Of")).isEqualTo("" + promoted.position());
        assertThat(get(member + "/permissions?asOf=" + promoted.position()).body().path("permissions").toString()).contains("audit.read");
        assertThat(get(member + "/permissions?asOf=" + suspended.position()).body().path("permissions")).isEmpty();
        var tokens = acme.path() + "/api-tokens?asOf=";
        assertThat(get(tokens + joined.getLast().position()).each("/tokenId")).isEmpty();
        assertThat(get(tokens + made.position()).each("/tokenId")).containsExactly("" + token);
        assertThat(get(tokens + end.position()).each("/tokenId")).isEmpty();
        assertThat(get(tokens + end.position() + "&status=revoked").each("/tokenId")).containsExactly("" + token);
    }

    @Test
    void a_decision_as_of_a_moment_names_the_events_that_led_to_it() {
        var acme = Acme.named("decided");
        recorder.record(acme.id(), acme.founded());
        var joined = recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        var made = recorder.record(acme.id(), acme.token(token, grace, Scope.AUDIT)).getLast();
        var promoted = recorder.record(acme.id(), new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN)).getLast();
        var suspended = recorder.record(acme.id(), new MemberSuspended(grace)).getLast();

        var before = decide(client, acme, "member", grace, "" + made.position());
        var after = decide(client, acme, "member", grace, "" + promoted.recordedAt());
        var then = decide(client, acme, "member", grace, "" + suspended.position());
        var program = decide(client, acme, "api_token", token, "" + promoted.position());

        assertThat(before.at("/decision").asBoolean()).isFalse();
        assertThat(causes(before)).containsExactly("member.invited", "member.invitation_accepted");
        assertThat(after.at("/decision").asBoolean()).isTrue();
        assertThat(causes(after)).containsExactly("member.invitation_accepted", "member.role_changed");
        assertThat(after.at("/context/events/1/id").asString()).isEqualTo("" + promoted.eventId());
        assertThat(after.at("/context/asOf").asString()).isEqualTo("" + promoted.position());
        assertThat(then.at("/decision").asBoolean()).isFalse();
        assertThat(causes(then)).containsExactly("member.role_changed", "member.suspended");
        assertThat(program.at("/decision").asBoolean()).isTrue();
        assertThat(causes(program)).contains("api_token.created", "member.role_changed");
        assertThat(decide(client, acme, "member", grace, "1999-01-01T00:00:00Z").at("/context/error/status").asInt()).isEqualTo(400);
        assertThat(decide(client.asPerson("" + acme.ada()), acme, "member", grace, "" + made.position()).at("/context/events")).hasSize(2);
        assertThat(joined).hasSize(2);
    }

    private static List<String> causes(JsonNode decision) {
        return decision.at("/context/events").valueStream().map(it -> it.at("/type").asString()).toList();
    }

    private JsonNode decide(Client asker, Acme acme, String type, UUID subject, String moment) {
        return asker.post("/access/v1/evaluation", """
                {"subject":{"type":"%s","id":"%s"},"action":{"name":"audit.read"},"resource":{"type":"organization","id":"%s"},
                 "context":{"asOf":"%s"}}""".formatted(type, subject, acme.id(), moment), "Content-Type", "application/json",
                "Consistency-Token", "" + recorder.lastPosition()).body();
    }

    @Test
    void the_past_needs_audit_read_and_a_moment_that_the_organization_has_had() {
        var acme = Acme.named("since");
        var founded = recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        var members = acme.path() + "/members?asOf=";
        get(acme.path() + "/members");

        assertThat(client.asPerson("" + grace).get(members + founded.getLast().position()).status()).isEqualTo(403);
        assertThat(get(members + "1999-01-01T00:00:00Z").wrong()).isEqualTo("asOf");
        assertThat(get(members + "2999-01-01T00:00:00Z").wrong()).isEqualTo("asOf");
        assertThat(get(members + "99999999999").wrong()).isEqualTo("asOf");
        assertThat(get(members + "yesterday").wrong()).isEqualTo("asOf");
        var cursor = get(members + recorder.lastPosition() + "&limit=1").text("/next");
        assertThat(get(members + founded.getLast().position() + "&limit=1&after=" + cursor).wrong()).as("of another moment")
                .isEqualTo("after");
    }
}
