package roster.command.metrics;

import java.util.UUID;

/** A command that is sent. */
public record Sent(String type, UUID aggregateId) {}
