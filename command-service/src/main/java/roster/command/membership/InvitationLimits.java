package roster.command.membership;

import jakarta.validation.constraints.Positive;

/**
 * Limits on invitations.
 *
 * @param open              pending invitations of one organization
 * @param perAddressAndDay  invitation e-mails to one address within 24 hours, and notices that it was changed, of all organizations
 * @param perInviterAndHour invitation e-mails in the name of one member within an hour
 */
public record InvitationLimits(@Positive int open, @Positive int perAddressAndDay, @Positive int perInviterAndHour) {}
