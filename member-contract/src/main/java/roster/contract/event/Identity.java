package roster.contract.event;

import org.jspecify.annotations.Nullable;

/** A person's account at an identity provider. {@code subject} is stable and unique within {@code provider}. */
public record Identity(String provider, @Personal("member") @Nullable String subject) {}
