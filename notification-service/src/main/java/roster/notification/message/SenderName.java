package roster.notification.message;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import roster.contract.mail.MailRecipient;
import roster.notification.entry.Email;
import roster.notification.entry.Occasion.Invited;
import roster.notification.entry.Person;

/** The name in From: of an invitation to the invitee, that of the inviter beside Roster's; of other e-mails, Roster's alone. */
final class SenderName {
    /** Longer names push the sender out of sight in mail programs. */
    private static final int LONGEST = 60;
    /** Mail programs may show a name that looks like an address instead of the address. */
    private static final Pattern AT = Pattern.compile("[@\\uFE6B\\uFF20]");

    private SenderName() {}

    static String of(Email email, Words words, String roster) {
        return inviter(email).flatMap(it -> shown(it.name())).map(it -> words.say("senderVia", it, roster)).orElse(roster);
    }

    private static Optional<Person> inviter(Email email) {
        boolean isInvitation = email.occasion() instanceof Invited && email.id().recipient() == MailRecipient.INVITEE;
        return isInvitation ? Optional.ofNullable(email.invitation().inviter()) : Optional.empty();
    }

    /** Empty when the name cannot be shown safely. */
    private static Optional<String> shown(String name) {
        return AT.matcher(name).find() ? Optional.empty() : Optional.of(Line.of(shortened(name))).filter(it -> !it.isBlank());
    }

    /** Cuts between characters as people see them. */
    private static String shortened(String name) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(name);
        int end = characters.next(LONGEST);
        return end == BreakIterator.DONE || end == name.length() ? name : name.substring(0, end).strip() + "…";
    }
}
