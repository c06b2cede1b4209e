package roster.notification.mail;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import roster.contract.mail.MailFailure;
import roster.notification.mail.DeliveryOutcome.Deferred;
import roster.notification.mail.DeliveryOutcome.Refused;
import roster.notification.mail.DeliveryOutcome.Unavailable;

/** The relay's answer to an e-mail, and the outcome that follows. */
record RelayAnswer(Kind kind, int code, String text) {
    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    enum Kind {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    /** The outcome: permanent rejections are final, all other failures are retried. */
    static DeliveryOutcome outcome(MessagingException failure) {
        return find(failure).map(RelayAnswer::outcome).orElseGet(() -> new Deferred(null, reason(failure)));
    }

    /** True when the connection must not be used any more. */
    static boolean endsConnection(MessagingException failure) {
        return find(failure).map(it -> it.code < 400 || it.code == 421).orElse(true);
    }

    private DeliveryOutcome outcome() {
        if (code < 500) {
            return new Deferred(status(), text);
        }
        // the relay rejects the sender, not this e-mail; unless the reason is the recipient's address
        return kind == Kind.SENDER && failure() != MailFailure.ADDRESS_NOT_SUPPORTED ? new Unavailable(text)
                : new Refused(failure(), status(), text);
    }

    /** The reply code, followed by the enhanced status code (RFC 3463) if there is one. */
    private String status() {
        return enhanced().map(it -> code + " " + it).orElse(String.valueOf(code));
    }

    private Optional<String> enhanced() {
        var matcher = ENHANCED.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private MailFailure failure() {
        return switch (enhanced().orElse("")) {
            case "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4" -> MailFailure.UNKNOWN_ADDRESS;
            case "5.2.2" -> MailFailure.MAILBOX_FULL;
            case "5.6.7", "5.6.9" -> MailFailure.ADDRESS_NOT_SUPPORTED;
            case "" -> switch (code) {
                case 550, 551, 553 -> kind == Kind.RECIPIENT ? MailFailure.UNKNOWN_ADDRESS : MailFailure.REFUSED;
                case 552 -> MailFailure.MAILBOX_FULL;
                default -> MailFailure.REFUSED;
            };
            default -> MailFailure.REFUSED;
        };
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
