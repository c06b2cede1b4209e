package roster.systemtest.mail;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** How a mail server behaves. */
@FunctionalInterface
interface Whim {
    /** Answers that are no answers. */
    String HANG_UP = "HANG UP";
    String SILENCE = "SILENCE";
    /** The usual answer, one byte a second. */
    String DRIP = "DRIP";

    Whim NONE = (_, _, _) -> null;

    /**
     * @param sender how whoever is there has introduced itself, empty before that
     * @param to     the recipient, empty before {@code RCPT}
     * @return an answer in place of the usual one; null for that one
     */
    @Nullable
    String answer(Step step, String sender, String to);

    /** Towards one recipient at one step, for so many times. */
    static Whim towards(String recipient, Step when, String answer, int times) {
        var left = new AtomicInteger(times);
        return (step, _, to) -> step == when && to.equals(recipient) && left.getAndDecrement() > 0 ? answer : null;
    }

    /** Towards everybody at one step, until it is another whim's turn. */
    static Whim always(Step when, String answer) {
        return (step, _, _) -> step == when ? answer : null;
    }
}
