package roster.systemtest.mail;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** Determines the answers of a mail server. */
@FunctionalInterface
public interface Whim {
    /** Special answer: closes the connection. */
    String HANG_UP = "HANG UP";
    String SILENCE = "SILENCE";
    /** Special answer: the usual answer at one byte a second. */
    String DRIP = "DRIP";

    Whim NONE = (_, _, _) -> null;

    /**
     * @param sender EHLO name of the client; empty before EHLO
     * @param to     the recipient; empty before {@code RCPT}
     * @return an answer instead of the usual one; null for the usual one
     */
    @Nullable
    String answer(Step step, String sender, String to);

    /** Gives an answer to one recipient at one step, a number of times. */
    static Whim towards(String recipient, Step when, String answer, int times) {
        var left = new AtomicInteger(times);
        return (step, _, to) -> step == when && to.equals(recipient) && left.getAndDecrement() > 0 ? answer : null;
    }

    /** Gives an answer to all recipients at one step. */
    static Whim always(Step when, String answer) {
        return (step, _, _) -> step == when ? answer : null;
    }
}
