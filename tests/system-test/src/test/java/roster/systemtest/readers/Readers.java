package roster.systemtest.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.contract.proof.Checksum;
import roster.systemtest.readers.Seen.Place;
import roster.systemtest.running.Await;

/** A reader of the feed, one of its stream and one of Kafka. All follow one organization from its first event on. */
public final class Readers implements AutoCloseable {
    private final Source source;
    private final String organization;
    private final FeedFollower feed;
    private final StreamFollower stream;
    private final TopicFollower topic;

    /** @param organization id */
    public Readers(Source source, String organization) {
        this.source = source;
        this.organization = organization;
        this.feed = new FeedFollower(source, organization);
        this.stream = new StreamFollower(source, organization);
        this.topic = new TopicFollower(source, organization);
        all().forEach(Follower::start);
    }

    private Stream<Follower> all() {
        return Stream.of(feed, stream, topic);
    }

    /**
     * Waits until each has all events that the views have now, and asserts that these are exactly those of the store, in order, and that each
     * reader has the checksum of query-service, but not when it lacks an event.
     */
    public void haveExactlyTheEventsOfTheStore() throws SQLException {
        var expected = source.queries().get("/organizations/" + organization + "/events/checksum");
        long position = Long.parseLong(expected.text("/to"));
        var stored = stored(position);
        Await.until(() -> all().allMatch(it -> it.upTo(position).size() >= stored.size()));
        assertThat(places(feed, position)).as("the feed").isEqualTo(stored);
        assertThat(places(stream, position)).as("the stream").isEqualTo(stored);
        assertThat(byAggregate(places(topic, position))).as("Kafka").isEqualTo(byAggregate(stored));
        assertThat(all()).allSatisfy(it -> {
            assertThat(checksum(it.upTo(position))).isEqualTo(expected.text("/checksum"));
            assertThat(checksum(withoutOne(it.upTo(position)))).isNotEqualTo(expected.text("/checksum"));
        });
        close();
        System.out.printf(Locale.ROOT,
                "each reader got the %d events up to position %d; broken off: feed %d times, stream %d; records that came again: %d%n",
                stored.size(), position, feed.brokenOff(), stream.brokenOff(), topic.dropped());
    }

    private static List<Place> places(Follower reader, long position) {
        return reader.upTo(position).stream().map(Seen::place).toList();
    }

    private static Map<String, List<Place>> byAggregate(List<Place> places) {
        return places.stream().collect(Collectors.groupingBy(Place::aggregateId));
    }

    private static String checksum(List<Seen> events) {
        return events.stream().map(Seen::line).reduce(Checksum.EMPTY, Checksum::plus, Checksum::plus).toString();
    }

    private static List<Seen> withoutOne(List<Seen> events) {
        var rest = new ArrayList<>(events);
        rest.remove(rest.size() / 2);
        return rest;
    }

    private List<Place> stored(long upTo) throws SQLException {
        try (var database = source.database(); var query = database.prepareStatement("""
                select position, aggregate_id, sequence_number from event_store.event
                 where organization_id = ? and position <= ? order by position""")) {
            query.setObject(1, UUID.fromString(organization));
            query.setLong(2, upTo);
            var rows = query.executeQuery();
            var events = new ArrayList<Place>();
            while (rows.next()) {
                events.add(new Place(rows.getLong(1), rows.getString(2), rows.getLong(3)));
            }
            return events;
        }
    }

    @Override
    public void close() {
        all().forEach(Follower::close);
    }
}
