package roster.notification.mail;

import java.io.IOException;
import java.util.Optional;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import roster.notification.mail.Outcome.Deferred;
import roster.notification.mail.Outcome.Refused;
import roster.notification.mail.Outcome.Unavailable;

/** What the relay said to a letter, and what that means for it. */
record RelayAnswer(Kind kind, int code, String text) {
    enum Kind {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    /** The letter's outcome: lasting refusals end it, anything else is worth another attempt. */
    static Outcome outcome(MessagingException failure) {
        return find(failure).map(RelayAnswer::outcome).orElseGet(() -> new Deferred(reason(failure)));
    }

    /** Whether to say no more on this connection. */
    static boolean endsConnection(MessagingException failure) {
        return find(failure).map(it -> it.code < 400 || it.code == 421).orElse(true);
    }

    private Outcome outcome() {
        if (code < 500) {
            return new Deferred(text);
        }
        // A relay that does not let us send at all is nothing that the letter could help.
        return kind == Kind.SENDER ? new Unavailable(text) : new Refused(text);
    }

    private static Optional<RelayAnswer> find(@Nullable Exception failure) {
        return switch (failure) {
            case SMTPSenderFailedException it -> Optional.of(new RelayAnswer(Kind.SENDER, it.getReturnCode(), reason(it)));
            case SMTPAddressFailedException it -> Optional.of(new RelayAnswer(Kind.RECIPIENT, it.getReturnCode(), reason(it)));
            case SMTPSendFailedException it when !(it.getNextException() instanceof MessagingException) -> Optional
                    .of(new RelayAnswer(kindOf(it.getCommand()), it.getReturnCode(), reason(it)));
            case MessagingException it -> find(it.getNextException());
            case null, default -> Optional.empty();
        };
    }

    private static Kind kindOf(String command) {
        return command.startsWith("MAIL") ? Kind.SENDER : Kind.CONTENT;
    }

    /** The failure in one line. */
    static String reason(Exception failure) {
        var cause = failure instanceof MessagingException it && it.getNextException() instanceof IOException io ? io : failure;
        var text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.strip().replaceAll("\\s+", " ");
    }
}
