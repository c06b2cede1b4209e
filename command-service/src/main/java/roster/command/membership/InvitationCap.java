package roster.command.membership;

import java.util.Locale;

import roster.contract.word.Word;

/** A limit on the number of invitations. */
public enum InvitationCap implements Word {
    /** Pending invitations of one organization. */
    ORGANIZATION("The organization has %d open invitations."),
    /** Invitation e-mails to one address within a day, and notices that it was changed, of all organizations. */
    ADDRESS("An address is sent at most %d e-mails a day."),
    /** Invitation e-mails in the name of one member within an hour. */
    INVITER("At most %d invitations an hour are sent in the name of one member.");

    private final String sentence;

    InvitationCap(String sentence) {
        this.sentence = sentence;
    }

    public String says(int limit) {
        return String.format(Locale.ROOT, sentence, limit);
    }
}
