package roster.contract.invitation;

import java.util.UUID;

/** What an invitation link says: whose invitation it is, and which letter of it. */
public record InvitationToken(UUID memberId, UUID invitationId, int issue) {}
