package roster.contract.event;

import java.util.UUID;

/** An organization as it was called when the event was recorded. */
public record Organization(UUID id, String slug, String name) {}
