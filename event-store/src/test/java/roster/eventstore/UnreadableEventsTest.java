package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import roster.operation.reader.EventPlace;

/** Events that only a newer release, or none, can read. */
class UnreadableEventsTest {
    private final FreshStore store = FreshStore.create();
    private final UUID id = UUID.randomUUID();
    private final UUID aggregate = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "member.teleported; 1; {}; {}",
            "member.suspended; 99; {}; {}",
            "member.suspended; 1; {}; {}",
            "member.suspended; 1; []; {}",
            "member.suspended; 1; {\"memberId\": \"5\"}; {}",
            "member.suspended; 1; {\"memberId\": \"01890f3b-7ad0-7c2a-8f0a-3d8f5c1e9a01\"}; []"})
    void an_event_that_cannot_be_read_is_named(String type, int revision, String payload, String metadata) throws SQLException {
        try (var writer = store.writer()) {
            writer.append();
            writer.jdbc().sql("""
                    insert into event_store.event
                           (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, sealed)
                    values (?, ?, 0, ?, ?, ?, ?::jsonb, ?::jsonb, '')""")
                    .params(id, aggregate, type, revision, UUID.randomUUID(), payload, metadata).update();
            writer.commit();
        }
        var place = new EventPlace(2, id, aggregate, type);

        assertNamed(place, () -> store.reader().read(0, 2, 10));
        assertNamed(place, () -> store.reader().readAggregate(aggregate, 0));
    }

    private static void assertNamed(EventPlace place, Runnable reading) {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(reading::run)
                .satisfies(e -> assertThat(e.place()).isEqualTo(place))
                .withMessageStartingWith("the event at position 2 (" + place.type() + " of aggregate " + place.aggregateId()
                        + ", event id " + place.eventId() + ") cannot be read: ");
    }
}
