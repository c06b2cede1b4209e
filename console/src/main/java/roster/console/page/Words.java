package roster.console.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.console.service.Problem;
import roster.contract.event.MailFailure;
import roster.contract.role.Role;

/** How things read on a page. */
public final class Words {
    /** In the place of a name that can be read nowhere any longer. */
    public static final String ERASED = "Erased";
    public static final String ERASED_MEMBER = "Erased member";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int TONES = 6;

    public String day(Instant instant) {
        return DAY.format(instant);
    }

    public String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** Why a letter has not left, and what to do about it. */
    public String failure(MailFailure failure) {
        return switch (failure) {
            case UNKNOWN_ADDRESS -> "There is no mailbox with this address. Revoke the invitation and invite the right address.";
            case MAILBOX_FULL -> "The mailbox is full. Resend the invitation later.";
            case REFUSED -> "The mail server refused the letter. Resend it, or invite another address.";
            case INVITER_ERASED -> "Whoever invited was erased before it could leave. Resend it.";
            case GAVE_UP -> "It could not be delivered in time, however often it was tried. Resend it.";
        };
    }

    /** Why something could not be done. */
    public String problem(Problem problem) {
        return switch (String.valueOf(problem.code())) {
            case "last-admin" -> "An organization needs an active admin, and this is the last one. Make somebody else an admin first.";
            case "email-taken" -> "Somebody with this address is a member already, or has been invited.";
            case "precondition-failed",
                    "conflict" -> "This has been changed by somebody else in the meantime. What you see now is how it is; decide once more.";
            case "idempotency-key-reused" -> "This has been done already. Close the dialog to see it.";
            case "forbidden" -> "You are not allowed to do this, or not any longer.";
            case "not-found" -> "This is not there any longer.";
            case "unavailable" -> "Roster cannot answer at the moment. Nothing is lost: try again, and it is done once.";
            default -> sentence(Optional.ofNullable(problem.detail()).or(problem::firstError).orElse("This was refused"));
        };
    }

    private static String sentence(String detail) {
        return detail.isEmpty() ? detail
                : Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + (detail.endsWith(".") ? "" : ".");
    }

    /** How many have a role, with the role in the plural where it takes one. */
    public String holders(Role role, long total) {
        return total + " " + role.title() + (total == 1 ? "" : "s");
    }

    /** The first letters of the first and the last word, for where there is no picture; of a name without letters, how it begins. */
    public String initials(String name) {
        var letters = Arrays.stream(name.strip().split("\\s+", -1)).map(Words::initial).filter(it -> !it.isEmpty()).toList();
        if (letters.isEmpty()) {
            return name.isBlank() ? "" : Character.toString(name.strip().codePointAt(0));
        }
        return letters.size() == 1 ? letters.getFirst() : letters.getFirst() + letters.getLast();
    }

    private static String initial(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).limit(1).mapToObj(Character::toString).collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** A colour for somebody or something, the same on every page. */
    public String tone(@Nullable Object id) {
        return "tone-" + Math.floorMod(Objects.hashCode(id), TONES);
    }
}
