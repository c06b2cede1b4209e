package roster.contract.invitation;

import java.util.UUID;

/** Content of an invitation link: member, invitation, and number of the e-mail. */
public record InvitationToken(UUID memberId, UUID invitationId, int issue) {}
