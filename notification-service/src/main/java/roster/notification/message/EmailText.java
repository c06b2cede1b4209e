package roster.notification.message;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;
import roster.notification.entry.Invitation;
import roster.notification.entry.Person;

/**
 * The text of an e-mail, before it is rendered as HTML and as plain text.
 *
 * @param words   sentences in the language of the e-mail
 * @param preview text that mail programs show beside the subject
 * @param action  button; null when there is none
 * @param note    explains the action, or why there is none
 */
record EmailText(Words words, String subject, String preview, String heading, String lead, List<Detail> details,
        @Nullable Action action, String note, String footer) {
    /** The link of an invitation is the invitee's secret. */
    record Action(String label, URI link) {}

    /**
     * A line of the summary.
     *
     * @param explanation null when the value needs none
     */
    record Detail(String label, String value, @Nullable String explanation) {
        Detail(String label, String value) {
            this(label, value, null);
        }
    }

    static EmailText toInvitee(Invitation invitation, URI link) {
        var words = Words.in(invitation.language());
        var inviter = invitation.inviter();
        var organization = Line.of(invitation.organization());
        return new EmailText(words,
                inviter == null ? words.say("firstAdminSubject", organization)
                        : words.say("inviteeSubject", Line.of(inviter.name()), organization),
                words.say("inviteePreview", invitation.role().title(), words.moment(invitation.expiresAt())),
                words.say("inviteeHeading", organization),
                inviter == null ? words.say("firstAdminLead", organization) : words.say("inviteeLead", shown(inviter), organization),
                details(words, invitation, words.say("expires")),
                new Action(words.say("accept"), link),
                invitation.issue() > 1 ? words.say("howToAccept") + " " + words.say("replacesEarlier") : words.say("howToAccept"),
                words.say("inviteeDidNotExpectThis"));
    }

    static EmailText toInviter(Invitation invitation) {
        var words = Words.in(invitation.language());
        var organization = Line.of(invitation.organization());
        var name = Line.of(invitation.invitee().name());
        var again = invitation.issue() > 1;
        return new EmailText(words,
                again ? words.say("inviterAgainSubject", name, organization) : words.say("inviterSubject", name, organization),
                words.say("inviterPreview", name, words.moment(invitation.expiresAt())),
                again ? words.say("inviterAgainHeading") : words.say("inviterHeading"),
                words.say("inviterLead", shown(invitation.invitee()), organization),
                details(words, invitation, words.say("expires")),
                null,
                again ? words.say("linkReplacedEarlier") : words.say("linkWentToInvitee"),
                words.say("inviterDidNotDoThis", organization));
    }

    /** E-mail to the inviter about a request for a new invitation. */
    static EmailText asking(Invitation invitation, URI memberPage) {
        var words = Words.in(invitation.language());
        var organization = Line.of(invitation.organization());
        return new EmailText(words,
                words.say("requestSubject", Line.of(invitation.invitee().name()), organization),
                words.say("requestPreview", organization),
                words.say("requestHeading"),
                words.say("requestLead", shown(invitation.invitee()), organization),
                details(words, invitation, words.say("expired")),
                new Action(words.say("openMembersPage"), memberPage),
                words.say("whatToDoAboutRequest"),
                words.say("whyRequestIsSent"));
    }

    /** E-mail to the previous address. Does not contain the new one, because the previous one may now belong to another person. */
    static EmailText addressChanged(Invitation invitation) {
        var words = Words.in(invitation.language());
        var organization = Line.of(invitation.organization());
        var name = Line.of(invitation.invitee().name());
        return new EmailText(words,
                words.say("addressChangedSubject", organization),
                words.say("addressChangedPreview", organization),
                words.say("addressChangedHeading"),
                words.say("addressChangedLead", name, organization),
                List.of(new Detail(words.say("organization"), organization),
                        new Detail(words.say("addressBefore"), Mailbox.shown(invitation.invitee().email()))),
                null,
                words.say("addressChangedSignIn"),
                words.say("addressChangedDidNotExpectThis", organization));
    }

    private static List<Detail> details(Words words, Invitation invitation, String expiry) {
        var inviter = invitation.inviter();
        return Stream.concat(
                inviter == null ? Stream.of() : Stream.of(new Detail(words.say("invitedBy"), shown(inviter))),
                Stream.of(new Detail(words.say("organization"), Line.of(invitation.organization())),
                        role(words, invitation.role()),
                        new Detail(words.say("addressInvited"), Mailbox.shown(invitation.invitee().email())),
                        new Detail(expiry, words.moment(invitation.expiresAt()))))
                .toList();
    }

    private static Detail role(Words words, Role role) {
        return new Detail(words.say("role"), role.title(), words.mayDo(role));
    }

    private static String shown(Person person) {
        return "%s (%s)".formatted(Line.of(person.name()), Mailbox.shown(person.email()));
    }
}
