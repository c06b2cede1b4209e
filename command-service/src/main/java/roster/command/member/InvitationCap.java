package roster.command.member;

/** A limit on the number of invitations. */
public enum InvitationCap {
    /** On those of one organization that can be accepted. */
    ORGANIZATION("The organization has %d open invitations."),
    /** On those to one address within a day, of all organizations. */
    ADDRESS("An address is sent at most %d invitations a day."),
    /** On those in the name of one member within an hour. */
    INVITER("At most %d invitations an hour are sent in the name of one member.");

    private final String sentence;

    InvitationCap(String sentence) {
        this.sentence = sentence;
    }

    String says(int limit) {
        return sentence.formatted(limit);
    }
}
