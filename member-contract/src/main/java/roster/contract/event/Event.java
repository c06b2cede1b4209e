package roster.contract.event;

import java.util.UUID;

/** A recorded change of one aggregate. Immutable, and never deleted. */
public sealed interface Event permits OrganizationEvent, MemberEvent, InvitationMailEvent, ApiTokenEvent {
    UUID aggregateId();
}
