package roster.query.member;

/**
 * A former row of a member, valid from the position of its newest event on.
 *
 * @param until position of the event that replaced it
 */
public record PastMember(MemberRow row, long until) {}
