package roster.command.bus;

import java.util.UUID;

/** Something that a caller wants to happen to one aggregate of one organization. */
public interface Command {
    UUID aggregateId();

    UUID organizationId();
}
