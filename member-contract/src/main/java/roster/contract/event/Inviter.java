package roster.contract.event;

import java.util.UUID;

/** The member in whose name somebody was invited, as that member was then. */
public record Inviter(UUID memberId, @Personal("inviter") String name, @Personal("inviter") String email) {}
