package roster.systemtest.readers;

/**
 * An event as a reader got it.
 *
 * @param line the event's line of the checksum
 */
record Seen(Place place, String line) {
    /** The places of an event: among all events, and among those of its aggregate. */
    record Place(long position, String aggregateId, long sequence) {}

    static Seen of(String position, String id, String aggregateId, String sequence, String type, String time) {
        return new Seen(new Place(Long.parseLong(position), aggregateId, Long.parseLong(sequence)),
                String.join(" ", position, id, aggregateId, sequence, type, time));
    }

    long position() {
        return place.position;
    }
}
