package roster.notification.letter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import roster.contract.event.Language;
import roster.contract.role.Role;

/** Every sentence of every letter. A language that lacks one does not compile. */
sealed interface Words permits EnglishWords, GermanWords {
    static Words in(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishWords();
            case GERMAN -> new GermanWords();
        };
    }

    Language language();

    String inviteeSubject(String inviter, String organization);

    String inviteeHeading(String organization);

    String inviteeLead(String inviter, String organization);

    String firstAdminSubject(String organization);

    String firstAdminLead(String organization);

    String inviteePreview(String role, String until);

    String accept();

    String howToAccept();

    String replacesEarlier();

    String inviteeDidNotExpectThis();

    String inviterSubject(String invitee, String organization);

    String inviterAgainSubject(String invitee, String organization);

    String inviterHeading();

    String inviterAgainHeading();

    String inviterLead(String invitee, String organization);

    String inviterPreview(String invitee, String until);

    String linkWentToInvitee();

    String linkReplacedEarlier();

    String inviterDidNotDoThis(String organization);

    String requestSubject(String invitee, String organization);

    String requestHeading();

    String requestLead(String invitee, String organization);

    String requestPreview(String organization);

    String openMembersPage();

    String whatToDoAboutRequest();

    String whyRequestIsSent();

    String organization();

    String role();

    /** What the role may do, as published. */
    String mayDo(Role role);

    String invitedBy();

    String addressInvited();

    String expires();

    String expired();

    String orOpen();

    String sentByRoster();

    /** In UTC, wherever it is read. */
    String moment(Instant moment);

    static DateTimeFormatter inUtc(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(ZoneOffset.UTC);
    }

    /** Roles are called by their name everywhere in Roster, whatever the language. */
    static String name(Role role) {
        return switch (role) {
            case ADMIN -> "Admin";
            case DEVELOPER -> "Developer";
            case ENDPOINT_USER -> "Endpoint User";
        };
    }
}
