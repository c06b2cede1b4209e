package roster.notification.message;

import java.net.URI;
import java.util.UUID;

import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;
import roster.notification.entry.Invitation;

/** Links in e-mails: to an invitation, {@code <console>/invitations#<token>}, whose token is not stored, or to the page of a member. */
final class InvitationLinks {
    private final URI console;
    private final InvitationSigner signer;

    InvitationLinks(URI console, InvitationSigner signer) {
        this.console = console;
        this.signer = signer;
    }

    URI to(Invitation invitation) {
        var token = new InvitationToken(invitation.memberId(), invitation.invitationId(), invitation.issue());
        return at("/invitations#" + signer.sign(token));
    }

    URI toMember(UUID organizationId, UUID memberId) {
        return at("/organizations/" + organizationId + "/members/" + memberId);
    }

    private URI at(String place) {
        return URI.create(console.toString().replaceAll("/+$", "") + place);
    }
}
