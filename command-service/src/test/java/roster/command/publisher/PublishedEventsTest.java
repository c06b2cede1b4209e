package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.FreshDatabase;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.stored.EventJson;
import roster.contract.stored.RecordedEvent;
import roster.local.PerJvm;

@ServiceTest
class PublishedEventsTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Autowired private Teams teams;

    @Autowired private JdbcClient jdbc;

    private List<ConsumerRecord<String, CloudEvent>> published(Team team) {
        var expected = team.events().size();
        try (var topic = new Topic(PerJvm.kafka().bootstrapServers(), team.id())) {
            return topic.readUntil(records -> records.size() >= expected);
        }
    }

    private Team busyTeam(String slug) {
        var team = teams.founded(slug);
        var grace = team.join("grace@navy.example", "developer");
        team.changeRole(grace, "admin");
        team.post(grace, "suspend");
        team.post(grace, "reactivate");
        team.post(team.invite("jean@navy.example", "developer").id("/memberId"), "invitation/resend");
        team.post(team.invite("mary@navy.example", "developer").id("/memberId"), "invitation/revoke");
        team.client().post("/invitations/decline", "{\"token\": \"" + team.link(team.invite("ida@navy.example", "developer")) + "\"}");
        team.delete(grace, "On-Behalf-Of", team.ada().toString(), "X-Correlation-ID", "order-66");
        return team;
    }

    @Test
    void every_event_is_published_once_and_in_order() {
        var team = busyTeam("published");

        var published = published(team);

        assertThat(published).extracting(it -> it.value().getId())
                .containsExactlyInAnyOrderElementsOf(team.events().stream().map(it -> it.eventId().toString()).toList());
        for (var member : team.events().stream().map(RecordedEvent::aggregateId).distinct().toList()) {
            assertThat(published.stream().filter(it -> it.key().equals(member.toString())).map(it -> it.value().getExtension("sequence")))
                    .containsExactlyElementsOf(team.events(member).stream().<Object>map(it -> Long.toString(it.sequence())).toList());
        }
    }

    @Test
    void a_record_is_a_cloud_event_that_says_all_that_consumers_need() {
        var team = busyTeam("cloud-events");

        var published = published(team);

        for (var recorded : team.events()) {
            assertTells(published.stream().filter(it -> it.value().getId().equals(recorded.eventId().toString())).findFirst().orElseThrow(),
                    recorded);
        }
    }

    private void assertTells(ConsumerRecord<String, CloudEvent> record, RecordedEvent recorded) {
        var event = record.value();
        var metadata = recorded.metadata();
        assertThat(record.key()).isEqualTo(recorded.aggregateId().toString());
        assertThat(event.getSpecVersion()).hasToString("1.0");
        assertThat(event.getType()).isEqualTo("roster." + recorded.type().storedName());
        assertThat(event.getSource()).isEqualTo(URI.create("/organizations/" + recorded.organizationId()));
        assertThat(event.getSubject()).isEqualTo(recorded.aggregateId().toString());
        assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isEqualTo(recorded.recordedAt());
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema())
                .isEqualTo(URI.create("https://roster.example/queries/schemas/" + recorded.type().storedName() + ".v1.json"));
        assertThat(event.getExtension("sequence")).isEqualTo(Long.toString(recorded.sequence()));
        assertThat(event.getExtension("position")).isEqualTo(Long.toString(recorded.position()));
        assertThat(event.getExtension("epoch")).isEqualTo("0");
        assertThat(event.getExtension("store")).isEqualTo(jdbc.sql("select store_id from event_store.store").query(String.class).single());
        assertThat(event.getExtension("revision")).isEqualTo("1");
        assertThat(event.getExtension("actor")).isEqualTo("operator:operator");
        assertThat(event.getExtension("onbehalfof")).isEqualTo(metadata.onBehalfOf() == null ? null : metadata.onBehalfOf().toString());
        assertThat(event.getExtension("correlationid")).isEqualTo(metadata.correlationId());
        assertThat(event.getExtension("causationid")).isEqualTo(metadata.causationId());
        assertThat(event.getExtension("traceparent")).isEqualTo(metadata.traceparent());
        assertThat(record.headers().lastHeader("traceparent").value()).asString().isEqualTo(metadata.traceparent());
        assertThat(EventJson.read(recorded.type(), 1, data(event))).isEqualTo(recorded.event());
    }

    @Test
    void what_a_record_says_is_valid_by_the_schema_that_it_names() {
        for (var record : published(busyTeam("valid"))) {
            var address = Objects.requireNonNull(record.value().getDataSchema()).toString();
            assertThat(SCHEMAS.getSchema(FreshDatabase.SCHEMAS.text(address.substring(FreshDatabase.SCHEMAS.address("").length())))
                    .validate(data(record.value()), InputFormat.JSON)).as(data(record.value())).isEmpty();
        }
    }

    @Test
    void neither_addresses_of_clients_nor_links_leave() {
        var team = busyTeam("discreet");
        var links = List.of(team.adasLink(), "t1.");

        for (var record : published(team)) {
            assertThat(data(record.value())).doesNotContain(links).doesNotContain("127.0.0.1");
            assertThat(StreamSupport.stream(record.headers().spliterator(), false).map(PublishedEventsTest::text))
                    .allSatisfy(text -> assertThat(text).doesNotContain(links).doesNotContain("127.0.0.1"));
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String data(CloudEvent event) {
        return new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8);
    }

    /** Another instance holds the lease, and then hangs. */
    @Test
    void a_publisher_takes_over_from_one_that_stands_still() {
        jdbc.sql("""
                update command.subscription set owner = gen_random_uuid(), leased_until = clock_timestamp() + interval '3 seconds'
                 where name = 'publisher'""").update();
        // until then the service may believe that the lease is still its own
        await().pollDelay(PublisherLease.RENEWAL).until(() -> true);

        var team = busyTeam("taken-over");

        assertThat(published(team)).extracting(it -> it.value().getId()).doesNotHaveDuplicates().hasSameSizeAs(team.events());
    }
}
