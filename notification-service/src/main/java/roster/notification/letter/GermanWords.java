package roster.notification.letter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import roster.contract.event.Language;
import roster.contract.role.Role;

/** Letters in German. */
record GermanWords() implements Words {
    private static final DateTimeFormatter MOMENT = Words.inUtc("EEEE, d. MMMM uuuu, HH:mm 'Uhr UTC'", Locale.GERMANY);

    @Override
    public Language language() {
        return Language.GERMAN;
    }

    @Override
    public String inviteeSubject(String inviter, String organization) {
        return "%s hat Sie zu %s eingeladen".formatted(inviter, organization);
    }

    @Override
    public String inviteeHeading(String organization) {
        return "Einladung zu %s".formatted(organization);
    }

    @Override
    public String inviteeLead(String inviter, String organization) {
        return "%s hat Sie eingeladen, Mitglied von %s zu werden.".formatted(inviter, organization);
    }

    @Override
    public String firstAdminSubject(String organization) {
        return "Sie sind als erster Admin von %s eingeladen".formatted(organization);
    }

    @Override
    public String firstAdminLead(String organization) {
        return ("%s wurde bei Roster angelegt, und Sie wurden als erster Admin benannt. Dort ist noch niemand, "
                + "der Sie hätte einladen können; das übrige Team folgt, sobald Sie angenommen haben.").formatted(organization);
    }

    @Override
    public String inviteePreview(String role, String until) {
        return "Als %s, bis %s.".formatted(role, until);
    }

    @Override
    public String accept() {
        return "Einladung annehmen";
    }

    @Override
    public String howToAccept() {
        return "Melden Sie sich zum Annehmen mit der eingeladenen Adresse an. Der Link ist nur für Sie bestimmt "
                + "und gilt einmal, bis die Einladung abläuft.";
    }

    @Override
    public String replacesEarlier() {
        return "Er ersetzt den Link jeder früheren Nachricht.";
    }

    @Override
    public String inviteeDidNotExpectThis() {
        return "Sie haben das nicht erwartet? Dann beachten Sie diese Nachricht nicht: Solange Sie nicht "
                + "annehmen, geschieht nichts.";
    }

    @Override
    public String inviterSubject(String invitee, String organization) {
        return "Sie haben %s zu %s eingeladen".formatted(invitee, organization);
    }

    @Override
    public String inviterAgainSubject(String invitee, String organization) {
        return "Sie haben %s erneut zu %s eingeladen".formatted(invitee, organization);
    }

    @Override
    public String inviterHeading() {
        return "Die Einladung wurde versandt";
    }

    @Override
    public String inviterAgainHeading() {
        return "Die Einladung wurde erneut versandt";
    }

    @Override
    public String inviterLead(String invitee, String organization) {
        return "%s wurde in Ihrem Namen eingeladen, Mitglied von %s zu werden.".formatted(invitee, organization);
    }

    @Override
    public String inviterPreview(String invitee, String until) {
        return "%s kann annehmen bis %s.".formatted(invitee, until);
    }

    @Override
    public String linkWentToInvitee() {
        return "Der Link zum Annehmen ging nur an die eingeladene Adresse.";
    }

    @Override
    public String linkReplacedEarlier() {
        return "Der Link zum Annehmen ging nur an die eingeladene Adresse und ersetzt den früheren.";
    }

    @Override
    public String inviterDidNotDoThis(String organization) {
        return ("Sie haben das nicht erwartet? Dann widerrufen Sie die Einladung auf der Seite „Members“, und "
                + "sagen Sie einem Admin von %s Bescheid.").formatted(organization);
    }

    @Override
    public String requestSubject(String invitee, String organization) {
        return "%s bittet um eine neue Einladung zu %s".formatted(invitee, organization);
    }

    @Override
    public String requestHeading() {
        return "Eine neue Einladung wird erbeten";
    }

    @Override
    public String requestLead(String invitee, String organization) {
        return "%s bittet um eine neue Einladung zu %s.".formatted(invitee, organization);
    }

    @Override
    public String requestPreview(String organization) {
        return "Die Einladung zu %s ist abgelaufen, bevor sie angenommen wurde.".formatted(organization);
    }

    @Override
    public String openMembersPage() {
        return "Seite des Mitglieds öffnen";
    }

    @Override
    public String whatToDoAboutRequest() {
        return "Die Einladung ist abgelaufen, bevor sie angenommen wurde, und jemand, der den Link dazu hat, "
                + "bittet um eine neue. Senden Sie sie dort erneut, wenn die Person noch Mitglied werden soll.";
    }

    @Override
    public String whyRequestIsSent() {
        return "Sie haben das nicht erwartet? Sie erhalten diese Nachricht, weil die Einladung in Ihrem Namen "
                + "versandt wurde. Soll niemand mehr Mitglied werden, tun Sie nichts.";
    }

    @Override
    public String organization() {
        return "Organisation";
    }

    @Override
    public String role() {
        return "Rolle";
    }

    @Override
    public String mayDo(Role role) {
        return switch (role) {
            case ADMIN -> "Die umfassendsten Rechte: verwaltet alle Ressourcen, auch Abrechnung und Mitglieder.";
            case DEVELOPER -> "Arbeitet mit allem, was Entwicklung und Betrieb brauchen, ohne Zugriff auf Abrechnung und Mitgliederverwaltung.";
            case ENDPOINT_USER -> "Nutzt Modelle, die bereits bereitgestellt sind, für Inferenz.";
        };
    }

    @Override
    public String invitedBy() {
        return "Eingeladen von";
    }

    @Override
    public String addressInvited() {
        return "Eingeladene Adresse";
    }

    @Override
    public String expires() {
        return "Gültig bis";
    }

    @Override
    public String expired() {
        return "Abgelaufen am";
    }

    @Override
    public String orOpen() {
        return "Oder öffnen Sie diesen Link:";
    }

    @Override
    public String sentByRoster() {
        return "Versandt von Roster.";
    }

    @Override
    public String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
