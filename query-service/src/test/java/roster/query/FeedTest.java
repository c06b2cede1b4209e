package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberStatus;
import roster.contract.proof.Checksum;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;

@ServiceTest
class FeedTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Acme acme = Acme.named("feed");
    private final UUID grace = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final String events = acme.path() + "/events";

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeEach
    void graceIsPromoted() {
        recorded.addAll(recorder.record(acme.id(), acme.founded()));
        recorded.addAll(recorder.record(acme.id(), acme.joined(grace, "=Grace, \"Hopper\"", Role.DEVELOPER)));
        recorded.addAll(recorder.record(acme.id(), acme.token(token, null, Scope.EVENTS)));
        recorded.addAll(recorder.record(new EventMetadata(acme.id(), new Actor(Actor.Kind.MEMBER, acme.ada().toString()), grace,
                "runs the platform", "correlation", "causation", null, null, null),
                new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN)));
        get("?limit=1");
    }

    private Client.Response get(String query, String... headers) {
        var all = Stream.concat(Stream.of("Consistency-Token", "" + recorder.lastPosition()), Stream.of(headers)).toArray(String[]::new);
        return client.get(events + query, all);
    }

    private List<String> positions() {
        return recorded.stream().map(it -> "" + it.position()).toList();
    }

    @Test
    void every_event_is_a_cloud_event_with_what_kafka_carries_and_who_did_it_and_why() {
        var page = get("");

        assertThat(page.each("/position")).isEqualTo(positions());
        assertThat(page.each("/id")).isEqualTo(recorded.stream().map(it -> "" + it.eventId()).toList());
        assertThat(page.each("/type")).containsExactly("roster.organization.registered", "roster.member.invited",
                "roster.member.invitation_accepted", "roster.member.invited", "roster.member.invitation_accepted",
                "roster.api_token.created", "roster.member.role_changed");
        var last = page.body().at("/data/6");
        assertThat(last.at("/specversion").asString()).isEqualTo("1.0");
        assertThat(last.at("/subject").asString()).isEqualTo("" + grace);
        assertThat(last.at("/sequence").asString()).isEqualTo("2");
        assertThat(last.at("/data/to").asString()).isEqualTo("admin");
        assertThat(last.at("/audit/actor/name").asString()).isEqualTo("Ada Lovelace");
        assertThat(last.at("/audit/onBehalfOf/memberId").asString()).isEqualTo("" + grace);
        assertThat(last.at("/audit/member/name").asString()).isEqualTo("=Grace, \"Hopper\"");
        assertThat(last.at("/audit/reason").asString()).isEqualTo("runs the platform");
        assertThat(last.at("/audit/before").toString()).isEqualTo("{\"role\":\"developer\"}");
        assertThat(last.at("/audit/after").toString()).isEqualTo("{\"role\":\"admin\"}");
    }

    @Test
    void members_have_the_name_of_that_time_and_tokens_their_name() {
        recorder.record(acme.id(), new MemberNameChanged(grace, "=Grace, \"Hopper\"", "Admiral Hopper"),
                new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER));
        recorder.record(acme.id(), new ApiTokenRevoked(token, null));

        assertThat(get("?member=" + grace).each("/audit/member/name")).containsExactly("=Grace, \"Hopper\"", "=Grace, \"Hopper\"",
                "=Grace, \"Hopper\"", "Admiral Hopper", "Admiral Hopper");
        var revoked = get("?order=newest&limit=1").body().at("/data/0/audit");
        assertThat(revoked.at("/member").isNull()).isTrue();
        assertThat(revoked.at("/tokenName").asString()).isNotBlank();
    }

    @Test
    void without_audit_read_neither_author_nor_reason_nor_changes_are_shown_in_any_format() {
        var program = client.as(recorder.secret(token));

        assertThat(program.get(events).body().at("/data/6/type").asString()).isEqualTo("roster.member.role_changed");
        for (var format : List.of("application/json", "application/x-ndjson", "text/csv", "application/cloudevents-batch+json")) {
            assertThat(program.file(events, format)).as(format).contains("role_changed").doesNotContain("runs the platform")
                    .doesNotContain("Ada Lovelace\",\"kind").doesNotContain("audit").doesNotContain("operator");
            assertThat(client.file(events, format)).as(format).contains("runs the platform");
        }
    }

    @Test
    void a_reader_that_follows_the_cursor_gets_each_event_once_and_waits_where_it_ended() {
        var seen = new ArrayList<String>();
        var page = get("?limit=3");
        while (page.body().at("/more").asBoolean()) {
            seen.addAll(page.each("/position"));
            page = get("?limit=3&after=" + page.text("/next"));
        }
        seen.addAll(page.each("/position"));
        assertThat(seen).isEqualTo(positions());

        recorded.addAll(recorder.record(acme.id(), new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER)));

        assertThat(get("?limit=3&after=" + page.text("/next")).each("/position"))
                .containsExactly("" + recorded.getLast().position());
    }

    @Test
    void the_newest_events_can_come_first() {
        var page = get("?order=newest&limit=5");
        var rest = get("?order=newest&limit=5&before=" + page.text("/next"));

        assertThat(Stream.of(page, rest).flatMap(it -> it.each("/position").stream()).toList()).isEqualTo(positions().reversed());
        assertThat(rest.body().at("/next").isNull()).isTrue();
    }

    @Test
    void events_are_found_by_type_author_member_and_time() {
        assertThat(get("?type=member.role_changed,roster.api_token.created").each("/type"))
                .containsExactly("roster.api_token.created", "roster.member.role_changed");
        assertThat(get("?actor=" + acme.ada()).each("/position")).containsExactly("" + recorded.getLast().position());
        assertThat(get("?member=" + grace).each("/subject")).containsOnly("" + grace).hasSize(3);
        var third = recorded.get(2);
        assertThat(get("?from=" + third.recordedAt()).each("/position")).isEqualTo(positions().subList(3, 7));
        assertThat(get("?to=" + third.recordedAt()).each("/position")).isEqualTo(positions().subList(0, 3));
        assertThat(get("?from=" + third.position() + "&to=" + recorded.get(4).position()).each("/position"))
                .isEqualTo(positions().subList(3, 5));
    }

    @Test
    void a_cursor_is_of_one_organization_and_one_filter() {
        var cursor = get("?limit=1").text("/next");
        var other = Acme.named("other");
        recorder.record(other.id(), other.founded());

        assertThat(get("?after=" + cursor + "&type=member.invited").wrong()).isEqualTo("after");
        assertThat(client.get(other.path() + "/events?after=" + cursor).wrong()).isEqualTo("after");
        assertThat(get("?before=rubbish").wrong()).isEqualTo("before");
        assertThat(get("?type=member.unheard_of").wrong()).isEqualTo("type");
        assertThat(get("?limit=1001").wrong()).isEqualTo("limit");
        assertThat(get("?order=sideways").wrong()).isEqualTo("order");
        assertThat(get("?to=2999-01-01T00:00:00Z").wrong()).isEqualTo("to");
        assertThat(get("?from=yesterday").wrong()).isEqualTo("from");
    }

    @Test
    void a_file_holds_every_event_of_the_range() {
        var lines = client.file(events, "application/x-ndjson").lines().map(JSON::readTree).toList();
        var table = client.file(events + "?from=" + recorded.get(2).position(), "text/csv").lines().toList();
        var batch = JSON.readTree(client.file(events, "application/cloudevents-batch+json"));

        assertThat(lines.stream().map(it -> it.at("/position").asString()).toList()).isEqualTo(positions());
        assertThat(lines.getLast()).isEqualTo(get("").body().at("/data/6"));
        assertThat(batch.valueStream().map(it -> it.at("/position").asString()).toList()).isEqualTo(positions());
        assertThat(batch.valueStream().flatMap(JsonNode::valueStream)).as("attributes are no objects, but for the data")
                .noneMatch(JsonNode::isArray);
        assertThat(batch.at("/6/actor").asString()).isEqualTo("member:" + acme.ada());
        assertThat(table).hasSize(5).first().asString().startsWith("position,id,time,type");
        assertThat(table.get(1)).as("a name that looks like a formula is quoted in its JSON").contains("\"\"=Grace");
        assertThat(table.getLast()).contains(",runs the platform,");
    }

    @Test
    void a_file_names_what_verifies_it() {
        var response = client.stream(events, "Accept", "application/x-ndjson");
        try (var lines = response.body()) {
            assertThat(lines).hasSize(7);
        }

        assertThat(response.headers().firstValue("Link")).hasValue("<log/checkpoint>; rel=\"related\"; title=\"checkpoint\", "
                + "<log/entries>; rel=\"related\"; title=\"entries\", <log/heads>; rel=\"related\"; title=\"heads\"");
        assertThat(URI.create(events).resolve("log/heads")).hasToString(acme.path() + "/log/heads");
    }

    @Test
    void the_checksum_of_a_range_is_that_of_its_events() {
        var all = get("/checksum");
        var part = get("/checksum?from=" + recorded.get(1).position() + "&to=" + recorded.get(4).recordedAt());

        assertThat(all.text("/from")).isEqualTo("0");
        assertThat(all.text("/count")).isEqualTo("7");
        assertThat(all.text("/checksum")).isEqualTo(checksum(recorded));
        assertThat(part.text("/count")).isEqualTo("3");
        assertThat(part.text("/checksum")).isEqualTo(checksum(recorded.subList(2, 5)));
        assertThat(checksum(IntStream.of(2, 4).mapToObj(recorded::get).toList())).as("a reader that skips one")
                .isNotEqualTo(part.text("/checksum"));
        assertThat(get("/checksum?from=" + recorded.get(4).position() + "&to=" + recorded.get(2).position()).text("/count"))
                .isEqualTo("0");
    }

    private static String checksum(List<RecordedEvent> events) {
        return events.stream().map(Checksum.EMPTY::plus).reduce(Checksum.EMPTY, Checksum::plus).toString();
    }

    @Test
    void who_was_erased_is_named_in_no_event_and_no_file() {
        recorder.record(acme.id(), new MemberDeleted(grace, MemberStatus.ACTIVE), new MemberErased(grace));

        var page = get("");

        assertThat(page.body().toString()).doesNotContain("Hopper").doesNotContain("runs the platform");
        assertThat(page.each("/data/role")).contains("developer");
        for (var format : List.of("application/x-ndjson", "text/csv", "application/cloudevents-batch+json")) {
            assertThat(client.file(events, format)).as(format).doesNotContain("Hopper").doesNotContain("runs the platform");
        }
        assertThat(get("/checksum?to=" + recorded.getLast().position()).text("/checksum")).as("erasure changes no checksum")
                .isEqualTo(checksum(recorded));
    }

    @Test
    void operators_read_the_events_of_all_organizations() {
        var other = Acme.named("other");
        var ofOther = recorder.record(other.id(), other.founded());
        var path = "/operator/events?from=" + recorded.getFirst().position();

        var all = client.get(path + "&limit=1000", "Consistency-Token", "" + recorder.lastPosition());

        assertThat(all.each("/organization")).contains("" + acme.id(), "" + other.id());
        assertThat(client.get(path + "&organization=" + other.id()).each("/position"))
                .isEqualTo(ofOther.stream().map(it -> "" + it.position()).toList());
        assertThat(client.asPerson(acme.ada().toString()).get(path).status()).isEqualTo(403);
    }

    @Test
    void members_without_the_permission_and_strangers_read_nothing() {
        var developer = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(developer, "Dev", Role.DEVELOPER));
        get("?limit=1");

        assertThat(client.asPerson(developer.toString()).get(events).status()).isEqualTo(403);
        assertThat(client.asPerson(developer.toString()).get(events + "/checksum").status()).isEqualTo(403);
        assertThat(client.asPerson("stranger").get(events).status()).isEqualTo(404);
        assertThat(client.asPerson(acme.ada().toString()).get(events).status()).isEqualTo(200);
    }
}
