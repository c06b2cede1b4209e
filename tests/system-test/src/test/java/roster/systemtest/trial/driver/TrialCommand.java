package roster.systemtest.trial.driver;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import roster.systemtest.running.Answer;

/**
 * A command to be sent.
 *
 * @param operation  id of the operation in the OpenAPI document
 * @param bearer     credential; empty for that of an operator
 * @param current    version of the aggregate, for conditions; null for a command that takes none
 * @param onSuccess  called with the answer of a command that was carried out
 */
public record TrialCommand(String operation, String method, String path, @Nullable String body, String bearer, @Nullable Long current,
        @Nullable String ifMatch, Prediction prediction, Consumer<Answer> onSuccess) {
    static TrialCommand of(String operation, String method, String path, @Nullable String body, Prediction prediction,
            Consumer<Answer> onSuccess) {
        return new TrialCommand(operation, method, path, body, "", null, null, prediction, onSuccess);
    }

    /** For an aggregate of that version. */
    TrialCommand at(long version) {
        return new TrialCommand(operation, method, path, body, bearer, version, ifMatch, prediction, onSuccess);
    }

    TrialCommand by(String credential) {
        return new TrialCommand(operation, method, path, body, credential, current, ifMatch, prediction, onSuccess);
    }

    /** On the condition that the aggregate has its version, or one that it does not have. */
    TrialCommand onlyIf(boolean holds) {
        return current == null ? this
                : holds ? new TrialCommand(operation, method, path, body, bearer, current, etag(current), prediction, onSuccess)
                        : new TrialCommand(operation, method, path, body, bearer, current, etag(current + 7),
                                Prediction.rejected(412, "precondition-failed"), _ -> {});
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
