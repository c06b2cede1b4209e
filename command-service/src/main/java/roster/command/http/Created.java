package roster.command.http;

import roster.command.retry.StoredAnswer;

/** The answer to a command that created something: its {@code Location} says where that is. */
public final class Created<T> extends Answer<T> {
    Created(StoredAnswer content) {
        super(content);
    }
}
