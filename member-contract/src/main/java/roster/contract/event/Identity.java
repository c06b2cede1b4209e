package roster.contract.event;

import org.jspecify.annotations.Nullable;

/** A person as an identity provider knows them: {@code subject} is stable and unique within {@code provider}. */
public record Identity(String provider, @Personal("member") @Nullable String subject) {}
