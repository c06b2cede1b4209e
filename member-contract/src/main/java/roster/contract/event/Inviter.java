package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The member in whose name somebody was invited, as that member was then. */
public record Inviter(UUID memberId, @Personal("inviter") @Nullable String name, @Personal("inviter") @Nullable String email) {}
