package roster.eventstore;

/**
 * How far the store can be read without missing anything.
 *
 * @param position     every event up to here is visible or will never exist
 * @param lastPosition the last one handed out; beyond {@code position} while appends are in flight
 */
public record HighWaterMark(long position, long lastPosition) {
    public boolean isHeldBack() {
        return position < lastPosition;
    }
}
