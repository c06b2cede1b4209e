package roster.console.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.console.service.ServiceProblem;
import roster.contract.mail.MailFailure;

/** Texts and formats of pages. */
public final class PageWords {
    /** Shown instead of an erased name. */
    public static final String ERASED = "Erased";
    public static final String ERASED_MEMBER = "Erased member";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder().appendPattern("d MMM uuuu, HH:mm 'UTC'")
            .appendOffset("+H:mm", "").toFormatter(Locale.ENGLISH);

    private static final int TONES = 6;

    public String day(Instant instant) {
        return DAY.format(instant);
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** Day and time in a zone, with its distance from UTC; in UTC when it is null. */
    public String moment(Instant instant, @Nullable UserZone zone) {
        return zone == null ? moment(instant) : ZONED.format(instant.atZone(zone.id()));
    }

    /** Reason why an e-mail was not delivered, and the remedy. */
    public String failure(MailFailure failure) {
        return switch (failure) {
            case UNKNOWN_ADDRESS -> "There is no mailbox with this address. Revoke the invitation and invite the right address.";
            case MAILBOX_FULL -> "The mailbox is full. Resend the invitation later.";
            case REFUSED -> "The mail server rejected the e-mail. Resend it, or invite another address.";
            case INVITER_ERASED -> "The inviter was erased before the e-mail was sent. Resend it.";
            case ADDRESS_NOT_SUPPORTED -> "The mail servers do not support an address with such letters before the @. Revoke the invitation"
                    + " and invite another address.";
            case GAVE_UP -> "The e-mail could not be delivered in time, after several attempts. Resend it.";
        };
    }

    /** Message for a problem. */
    public String problem(ServiceProblem problem) {
        return ProblemWords.of(problem);
    }

    /** The initials of the first and the last word; the first character of a name without letters. */
    public String initials(String name) {
        var letters = Arrays.stream(name.strip().split("\\s+", -1)).map(PageWords::initial).filter(it -> !it.isEmpty()).toList();
        if (letters.isEmpty()) {
            return name.isBlank() ? "" : Character.toString(name.strip().codePointAt(0));
        }
        return letters.size() == 1 ? letters.getFirst() : letters.getFirst() + letters.getLast();
    }

    private static String initial(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).limit(1).mapToObj(Character::toString).collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The last day on which something with this end is valid. */
    public String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** CSS class of the color for an id, the same on every page. */
    public String tone(@Nullable Object id) {
        return "tone-" + Math.floorMod(Objects.hashCode(id), TONES);
    }
}
