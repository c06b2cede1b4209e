package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/** An organization with members of every status, which a consumer copies. */
final class CopiedOrganization {
    private final Roster roster;
    private final String slug = "copied-" + UUID.randomUUID().toString().substring(0, 8);
    private final String id;

    private CopiedOrganization(Roster roster) {
        this.roster = roster;
        this.id = roster.commands().post("/organizations", """
                {"slug": "%s", "name": "Copied", "admin": {"name": "Ada Lovelace", "email": "%s"}}""".formatted(slug, email("ada")))
                .text("/organizationId");
    }

    /** With events of before the consumer, among them those of a membership that has ended. */
    static CopiedOrganization of(Roster roster) {
        var organization = new CopiedOrganization(roster);
        organization.join("ada");
        organization.invite("grace");
        organization.join("grace");
        organization.revoke(organization.invite("jean"));
        return organization;
    }

    String id() {
        return id;
    }

    /** Adds events that change members and of all other aggregates. Returns the id of the member who is suspended at the end. */
    String live() {
        var mary = invite("mary");
        join("mary");
        send("PUT", member(mary) + "/role", "{\"role\": \"admin\"}");
        send("PUT", member(mary) + "/name", "{\"name\": \"Mary Keller\"}");
        revoke(invite("ida"));
        invite("kay");
        send("PUT", "/organizations/" + slug + "/locale", "{\"locale\": \"de\"}");
        send("POST", member(mary) + "/suspend", null);
        return mary;
    }

    /** Erases a member whose membership it ends, and waits until the views have forgotten the person. Returns the certificate. */
    Answer erase(String member) {
        send("DELETE", member(member), null);
        var erased = roster.commands().post(member(member) + "/erase", null);
        assertThat(erased.status()).isEqualTo(200);
        Await.until(() -> roster.queries().get(member(member), "Consistency-Token", erased.consistencyToken()).body().path("erased")
                .asBoolean());
        return erased;
    }

    /** Name, role and status of each member, as query-service shows them. */
    Map<String, String> members() {
        return roster.queries().get("/organizations/" + slug + "/members").body().path("data").valueStream()
                .collect(Collectors.toMap(it -> it.path("memberId").asString(), it -> described(it.path("name").asString(),
                        it.path("role").asString(), it.path("status").asString())));
    }

    static String described(String name, String role, String status) {
        return name + ", " + role + ", " + status;
    }

    private String invite(String name) {
        return roster.commands().invite(slug, name, email(name), "developer").text("/memberId");
    }

    private void join(String name) {
        send("POST", "/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "google", "subject": "%2$s"}}"""
                .formatted(roster.mails().to(email(name), 1).getFirst().token(), email(name)));
    }

    private void revoke(String member) {
        send("POST", member(member) + "/invitation/revoke", null);
    }

    private String member(String member) {
        return "/organizations/" + slug + "/members/" + member;
    }

    private void send(String method, String path, @Nullable String body) {
        var answer = roster.commands().send(method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isBetween(200, 204);
    }

    private String email(String name) {
        return name + "@" + slug + ".example";
    }
}
