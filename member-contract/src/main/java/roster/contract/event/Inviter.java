package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The member in whose name a person was invited, with name and address at that time. */
public record Inviter(UUID memberId, @Personal("inviter") @Nullable String name, @Personal("inviter") @Nullable String email) {}
