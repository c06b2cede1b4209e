package roster.notification.letter;

import java.net.URI;

import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;
import roster.notification.ledger.Invitation;

/** Derives the link of an invitation: {@code <console>/invitations#<token>}. It is kept nowhere. */
final class InvitationLinks {
    private final URI console;
    private final InvitationSigner signer;

    InvitationLinks(URI console, InvitationSigner signer) {
        this.console = console;
        this.signer = signer;
    }

    URI to(Invitation invitation) {
        var token = new InvitationToken(invitation.memberId(), invitation.invitationId(), invitation.issue());
        return URI.create(console.toString().replaceAll("/+$", "") + "/invitations#" + signer.sign(token));
    }
}
