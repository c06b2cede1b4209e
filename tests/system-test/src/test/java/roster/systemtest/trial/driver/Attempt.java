package roster.systemtest.trial.driver;

import java.time.Instant;

/**
 * A request, and what came back.
 *
 * @param status 0 for no answer
 * @param code   code of the problem, or why there was no answer
 */
public record Attempt(String requestId, String instance, Instant at, int status, String code) {
    /** True for an answer that settles the command. Others say that it may or may not be carried out, or not now. */
    public boolean isFinal() {
        return status != 0 && status < 500 && status != 408 && status != 429 && !code.equals("request-in-flight");
    }
}
