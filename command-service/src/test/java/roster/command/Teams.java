package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;
import roster.eventstore.EventReader;

/** Registers organizations for tests. */
public final class Teams {
    private final Client client;
    private final InvitationSigner signer;
    private final EventReader store;

    Teams(Client client, InvitationSigner signer, EventReader store) {
        this.client = client;
        this.signer = signer;
        this.store = store;
    }

    /** An organization whose first admin, Ada, is invited. */
    public Team registered(String slug) {
        return registered(slug, "ada@acme.example");
    }

    private Team registered(String slug, String adasEmail) {
        var registered = client.register(slug, adasEmail);
        assertThat(registered.status()).as(registered.raw()).isEqualTo(201);
        var ada = registered.id("/memberId");
        var invited = (MemberInvited) store.readAggregate(ada, 0).getFirst().event();
        var link = signer.sign(new InvitationToken(ada, invited.invitationId(), 1));
        return new Team(client, signer, store, slug, registered.id("/organizationId"), ada, link);
    }

    /** An organization whose first admin, Ada, has joined. */
    public Team founded(String slug) {
        return founded(slug, "ada@acme.example");
    }

    /** An organization whose first admin, Ada, has joined with a unique address. */
    public Team founded(String slug, String adasEmail) {
        var team = registered(slug, adasEmail);
        assertThat(client.accept(team.adasLink(), adasEmail).status()).isEqualTo(200);
        return team;
    }
}
