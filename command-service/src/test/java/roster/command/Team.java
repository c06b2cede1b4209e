package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.command.Client.Response;
import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;

/** An organization, with requests for its members. */
public record Team(Client client, InvitationSigner signer, EventReader store, String slug, UUID id, UUID ada, String adasLink) {
    /** The same organization with another client, or at another instance of the service. */
    public Team as(Client other) {
        return new Team(other, signer, store, slug, id, ada, adasLink);
    }

    public Response invite(String email, String role, String... headers) {
        return client.invite(slug, email, role, headers);
    }

    public Response post(UUID member, String action, String... headers) {
        return client.post(path(member) + "/" + action, null, headers);
    }

    public Response changeRole(UUID member, String role, String... headers) {
        return client.send("PUT", path(member) + "/role", "{\"role\": \"" + role + "\"}", headers);
    }

    public Response confirmAccess(UUID member, String role, String... headers) {
        return client.post(path(member) + "/access/confirm", "{\"role\": \"" + role + "\", \"reason\": \"review of spring\"}", headers);
    }

    public Response changeName(UUID member, String name, String... headers) {
        return client.send("PUT", path(member) + "/name", "{\"name\": \"" + name + "\"}", headers);
    }

    public Response changeEmail(UUID member, String email, String... headers) {
        return client.send("PUT", path(member) + "/email", "{\"email\": \"" + email + "\"}", headers);
    }

    public Response delete(UUID member, String... headers) {
        return client.send("DELETE", path(member), (String) null, headers);
    }

    public String path(UUID member) {
        return "/organizations/" + slug + "/members/" + member;
    }

    /** The link in the e-mail of an invitation. */
    public String link(Response invited) {
        return link(invited.id("/memberId"), invited.id("/invitation/invitationId"), 1);
    }

    public String link(UUID member, UUID invitation, int issue) {
        return signer.sign(new InvitationToken(member, invitation, issue));
    }

    /** Invites a person, who accepts. */
    public UUID join(String email, String role) {
        var invited = invite(email, role);
        assertThat(invited.status()).as(invited.raw()).isEqualTo(201);
        var accepted = client.accept(link(invited), email);
        assertThat(accepted.status()).as(accepted.raw()).isEqualTo(200);
        return invited.id("/memberId");
    }

    public Response createToken(String kind, String... scopes) {
        return client.post("/organizations/" + slug + "/api-tokens", """
                {"name": "build server", "kind": "%s", "scopes": [%s]}"""
                .formatted(kind, Stream.of(scopes).map("\"%s\""::formatted).collect(Collectors.joining(", "))));
    }

    public Response revokeToken(UUID token) {
        return client.send("DELETE", "/organizations/" + slug + "/api-tokens/" + token, (String) null);
    }

    public List<RecordedEvent> events(UUID member) {
        return store.readAggregate(member, 0);
    }

    /** Stored names of the member's events, in order. */
    public List<String> history(UUID member) {
        return events(member).stream().map(it -> it.type().storedName()).toList();
    }

    /** All events of this organization. */
    public List<RecordedEvent> events() {
        return store.read(0, Long.MAX_VALUE, Integer.MAX_VALUE).stream().filter(it -> it.organizationId().equals(id)).toList();
    }

}
