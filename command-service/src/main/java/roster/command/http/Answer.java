package roster.command.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import roster.command.retry.StoredAnswer;

/**
 * The answer to a command that was not rejected.
 *
 * @param <T> what the body is when the command is carried out, {@code Void} for none; a dry run has another one
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
