package roster.notification.letter;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Role;
import roster.notification.ledger.Invitation;
import roster.notification.ledger.Person;

/**
 * Everything that a letter says, before it is laid out as HTML and as text.
 *
 * @param action what to do about it; null when there is nothing to do
 * @param note   what the action does, or why there is none
 */
record LetterWords(String subject, String heading, String lead, List<Detail> details, @Nullable Action action, String note,
        String footer) {
    /** The link of an invitation is the invitee's secret. */
    record Action(String label, URI link) {}

    /** One line of the summary. */
    record Detail(String label, String value) {}

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    static LetterWords toInvitee(Invitation invitation, URI link) {
        var inviter = invitation.inviter();
        var organization = Line.of(invitation.organization());
        return new LetterWords(
                inviter == null
                        ? "You are invited to be the first admin of %s".formatted(organization)
                        : "%s invited you to %s".formatted(Line.of(inviter.name()), organization),
                "Join %s".formatted(organization),
                inviter == null
                        ? "%s was registered with Roster, and you were named as its first admin. There is nobody there yet who could have invited you; the rest of the team follows once you have accepted."
                                .formatted(organization)
                        : "%s invited you to join %s.".formatted(shown(inviter), organization),
                details(invitation), new Action("Accept the invitation", link),
                "Accept by signing in with the invited address. The link is yours alone and works once, until the invitation expires."
                        + (invitation.issue() > 1 ? " It replaces the link of any earlier letter." : ""),
                "You did not expect this? Then ignore it: nothing happens until you accept.");
    }

    static LetterWords toInviter(Invitation invitation) {
        var organization = Line.of(invitation.organization());
        var name = Line.of(invitation.invitee().name());
        var again = invitation.issue() > 1;
        return new LetterWords(
                (again ? "You invited %s to %s again" : "You invited %s to %s").formatted(name, organization),
                again ? "The invitation was sent again" : "The invitation was sent",
                "%s was invited to join %s in your name.".formatted(shown(invitation.invitee()), organization),
                details(invitation), null,
                "The link to accept it went to the invited address only"
                        + (again ? ", and replaces the one sent before." : "."),
                "You did not do this? Then revoke the invitation on the Members page, and tell an admin of %s."
                        .formatted(organization));
    }

    /** Only the inviter can be asked, so that it is they who are written to. */
    static LetterWords asking(Invitation invitation, URI memberPage) {
        var organization = Line.of(invitation.organization());
        return new LetterWords(
                "%s asks for a new invitation to %s".formatted(Line.of(invitation.invitee().name()), organization),
                "A new invitation is asked for",
                "%s asks for a new invitation to %s.".formatted(shown(invitation.invitee()), organization),
                List.of(new Detail("Organization", organization), new Detail("Role", spoken(invitation.role())),
                        new Detail("Address invited", Line.of(invitation.invitee().email())),
                        new Detail("Expired", spoken(invitation.expiresAt()))),
                new Action("Open the member's page", memberPage),
                "The invitation expired before it was accepted, and somebody who has its link asked for another one. Send it again there if they are still to join.",
                "You get this letter because the invitation was sent in your name. If nobody is to join any more, do nothing.");
    }

    private static List<Detail> details(Invitation invitation) {
        var organization = new Detail("Organization", Line.of(invitation.organization()));
        var role = new Detail("Role", spoken(invitation.role()));
        var address = new Detail("Address invited", Line.of(invitation.invitee().email()));
        var expiry = new Detail("Expires", spoken(invitation.expiresAt()));
        return invitation.inviter() == null
                ? List.of(organization, role, address, expiry)
                : List.of(new Detail("Invited by", shown(invitation.inviter())), organization, role, address, expiry);
    }

    private static String shown(Person person) {
        return "%s (%s)".formatted(Line.of(person.name()), Line.of(person.email()));
    }

    private static String spoken(Role role) {
        return switch (role) {
            case ADMIN -> "Admin";
            case DEVELOPER -> "Developer";
            case ENDPOINT_USER -> "Endpoint User";
        };
    }

    private static String spoken(Instant moment) {
        return MOMENT.format(moment);
    }
}
