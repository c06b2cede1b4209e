package roster.command.bus;

import java.util.UUID;

/** A request to change one aggregate of one organization. */
public interface Command {
    UUID aggregateId();

    UUID organizationId();
}
