package roster.command.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import roster.command.retry.StoredAnswer;

/**
 * Response to a command that was carried out, or to its dry run, which has a body of its own.
 *
 * @param <T> type of the body, {@code Void} for none
 */
@SuppressWarnings("UnusedTypeParameter") // read by springdoc
public sealed class Answer<T> permits Created {
    private final StoredAnswer content;

    Answer(StoredAnswer content) {
        this.content = content;
    }

    int status() {
        return content.status();
    }

    Map<String, String> headers() {
        return content.headers();
    }

    @Nullable
    Object body() {
        return content.body();
    }
}
