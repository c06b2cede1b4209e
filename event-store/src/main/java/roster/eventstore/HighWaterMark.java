package roster.eventstore;

/**
 * The position up to which the store can be read without missing an event.
 *
 * @param position     every event up to this position is visible or will never exist
 * @param lastPosition the last position assigned; greater than {@code position} while appends are in flight
 */
public record HighWaterMark(long position, long lastPosition) {
    public boolean isHeldBack() {
        return position < lastPosition;
    }
}
