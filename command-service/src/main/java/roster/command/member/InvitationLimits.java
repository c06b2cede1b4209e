package roster.command.member;

import jakarta.validation.constraints.Positive;

/**
 * How many invitations there may be.
 *
 * @param open              at once, of one organization
 * @param perAddressAndDay  letters to one address within 24 hours, whoever sends them
 * @param perInviterAndHour letters in the name of one member within an hour
 */
record InvitationLimits(@Positive int open, @Positive int perAddressAndDay, @Positive int perInviterAndHour) {}
