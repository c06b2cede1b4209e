package roster.notification.ledger;

/**
 * A letter that one worker may send, for a while.
 *
 * @param attempt counts from 1, and tells this lease from a later one
 */
public record LeasedLetter(Letter letter, int attempt) {
    public LetterId id() {
        return letter.id();
    }
}
