package roster.notification.letter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import roster.contract.event.Language;
import roster.contract.role.Role;

/** Letters in English. */
record EnglishWords() implements Words {
    private static final DateTimeFormatter MOMENT = Words.inUtc("EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.US);

    @Override
    public Language language() {
        return Language.ENGLISH;
    }

    @Override
    public String inviteeSubject(String inviter, String organization) {
        return "%s invited you to %s".formatted(inviter, organization);
    }

    @Override
    public String inviteeHeading(String organization) {
        return "Join %s".formatted(organization);
    }

    @Override
    public String inviteeLead(String inviter, String organization) {
        return "%s invited you to join %s.".formatted(inviter, organization);
    }

    @Override
    public String firstAdminSubject(String organization) {
        return "You are invited to be the first admin of %s".formatted(organization);
    }

    @Override
    public String firstAdminLead(String organization) {
        return ("%s was registered with Roster, and you were named as its first admin. There is nobody there yet "
                + "who could have invited you; the rest of the team follows once you have accepted.").formatted(organization);
    }

    @Override
    public String inviteePreview(String role, String until) {
        return "Join as %s, until %s.".formatted(role, until);
    }

    @Override
    public String accept() {
        return "Accept the invitation";
    }

    @Override
    public String howToAccept() {
        return "Accept by signing in with the invited address. The link is yours alone and works once, until "
                + "the invitation expires.";
    }

    @Override
    public String replacesEarlier() {
        return "It replaces the link of any earlier letter.";
    }

    @Override
    public String inviteeDidNotExpectThis() {
        return "Not expecting this? Then ignore it: nothing happens until you accept.";
    }

    @Override
    public String inviterSubject(String invitee, String organization) {
        return "You invited %s to %s".formatted(invitee, organization);
    }

    @Override
    public String inviterAgainSubject(String invitee, String organization) {
        return "You invited %s to %s again".formatted(invitee, organization);
    }

    @Override
    public String inviterHeading() {
        return "The invitation was sent";
    }

    @Override
    public String inviterAgainHeading() {
        return "The invitation was sent again";
    }

    @Override
    public String inviterLead(String invitee, String organization) {
        return "%s was invited to join %s in your name.".formatted(invitee, organization);
    }

    @Override
    public String inviterPreview(String invitee, String until) {
        return "%s can accept until %s.".formatted(invitee, until);
    }

    @Override
    public String linkWentToInvitee() {
        return "The link to accept it went to the invited address only.";
    }

    @Override
    public String linkReplacedEarlier() {
        return "The link to accept it went to the invited address only, and replaces the one sent before.";
    }

    @Override
    public String inviterDidNotDoThis(String organization) {
        return "Not expecting this? Then revoke the invitation on the Members page, and tell an admin of %s.".formatted(organization);
    }

    @Override
    public String requestSubject(String invitee, String organization) {
        return "%s asks for a new invitation to %s".formatted(invitee, organization);
    }

    @Override
    public String requestHeading() {
        return "A new invitation is asked for";
    }

    @Override
    public String requestLead(String invitee, String organization) {
        return "%s asks for a new invitation to %s.".formatted(invitee, organization);
    }

    @Override
    public String requestPreview(String organization) {
        return "The invitation to %s expired before it was accepted.".formatted(organization);
    }

    @Override
    public String openMembersPage() {
        return "Open the member's page";
    }

    @Override
    public String whatToDoAboutRequest() {
        return "The invitation expired before it was accepted, and somebody who has its link asked for another "
                + "one. Send it again there if they are still to join.";
    }

    @Override
    public String whyRequestIsSent() {
        return "Not expecting this? You get it because the invitation was sent in your name. If nobody is to "
                + "join any more, do nothing.";
    }

    @Override
    public String organization() {
        return "Organization";
    }

    @Override
    public String role() {
        return "Role";
    }

    @Override
    public String mayDo(Role role) {
        return switch (role) {
            case ADMIN -> "The highest level of access: manages all resources, billing and users included.";
            case DEVELOPER -> "Works with everything that development and operation need, without control over billing or users.";
            case ENDPOINT_USER -> "Runs inference with models that are already deployed.";
        };
    }

    @Override
    public String invitedBy() {
        return "Invited by";
    }

    @Override
    public String addressInvited() {
        return "Address invited";
    }

    @Override
    public String expires() {
        return "Expires";
    }

    @Override
    public String expired() {
        return "Expired";
    }

    @Override
    public String orOpen() {
        return "Or open this link:";
    }

    @Override
    public String sentByRoster() {
        return "Sent by Roster.";
    }

    @Override
    public String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
