package roster.command.http;

import roster.command.retry.StoredAnswer;

/** Response to a command that created something, with its {@code Location}. */
public final class Created<T> extends Answer<T> {
    Created(StoredAnswer content) {
        super(content);
    }
}
