package roster.notification.ledger;

import roster.notification.entry.Letter;
import roster.notification.entry.LetterId;

/**
 * An e-mail that one worker may send until its lease ends.
 *
 * @param attempt counts from 1, and distinguishes this lease from a later one
 */
public record LeasedLetter(Letter letter, int attempt) {
    public LetterId id() {
        return letter.id();
    }
}
