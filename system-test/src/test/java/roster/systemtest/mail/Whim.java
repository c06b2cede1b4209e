package roster.systemtest.mail;

import org.jspecify.annotations.Nullable;

/** How a mail server behaves at each step of a conversation. */
@FunctionalInterface
interface Whim {
    /** Answers that are no answers. */
    String HANG_UP = "HANG UP";
    String SILENCE = "SILENCE";
    /** The usual answer, one byte a second. */
    String DRIP = "DRIP";

    Whim NONE = (_, _) -> null;

    /**
     * @param step {@code CONNECT}, {@code EHLO}, {@code AUTH}, {@code MAIL}, {@code RCPT}, {@code DATA} or {@code .}
     * @param to   the recipient, empty before {@code RCPT}
     * @return an answer in place of the usual one; null for that one
     */
    @Nullable
    String answer(String step, String to);
}
