package roster.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import roster.systemtest.running.Roster;

/** An organization of one test. Its admin is Ada, who signs in with Google. */
final class OwnOrganization {
    private final Roster roster;
    private final String slug = "page-" + UUID.randomUUID().toString().substring(0, 8);

    private OwnOrganization(Roster roster) {
        this.roster = roster;
    }

    static OwnOrganization of(Roster roster) {
        var organization = new OwnOrganization(roster);
        roster.commands().post("/organizations", """
                {"slug": "%s", "name": "Page", "admin": {"name": "Ada Lovelace", "email": "%s"}}"""
                .formatted(organization.slug, organization.email("ada")));
        organization.join("ada");
        return organization;
    }

    String slug() {
        return slug;
    }

    /** Path of the organization in the API and in the console. */
    String path() {
        return "/organizations/" + slug;
    }

    String email(String name) {
        return name + "@" + slug + ".example";
    }

    String invite(String name, String role) {
        return invite(name, email(name), role);
    }

    /** Returns the member's id when the views have the member, so that a page can be opened. */
    String invite(String name, String email, String role) {
        var answer = roster.commands().invite(slug, name, email, role);
        var shown = roster.queries().get(answer.header("Location"), "Consistency-Token", answer.consistencyToken(), "Prefer", "wait=30");
        assertThat(shown.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.text("/memberId");
    }

    /** Adds a member as operator, with the subject that the stand-in for Google uses. */
    void join(String name) {
        join(name, Visitor.subject(email(name)));
    }

    void join(String name, String subject) {
        roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "google", "subject": "%s"}}"""
                .formatted(roster.mails().to(email(name), 1).getFirst().token(), email(name), subject));
    }

    String member(String name, String role) {
        var id = invite(name, role);
        join(name);
        return id;
    }

    Visitor as(String name) {
        var visitor = Visitor.of(roster);
        visitor.open(path() + "/members").continueWith("Google").as(name, email(name)).sees("Members");
        return visitor;
    }

    /** Sends a command as operator, and waits until the views include it, so that a page can be opened. */
    void command(String method, String path, String json) {
        var answer = roster.commands().send(method, path() + path, json);
        assertThat(answer.status()).as(answer.body().toString()).isLessThan(300);
        roster.queries().get(path() + "/members", "Consistency-Token", answer.consistencyToken(), "Prefer", "wait=30");
    }

    String status(String member) {
        return roster.queries().get(path() + "/members/" + member).text("/status");
    }
}
