package roster.notification.queue;

import roster.notification.entry.Email;
import roster.notification.entry.EmailId;

/**
 * An e-mail that one worker may send until its lease ends.
 *
 * @param attempt counts from 1, and distinguishes this lease from a later one
 */
public record LeasedEmail(Email email, int attempt) {
    public EmailId id() {
        return email.id();
    }
}
