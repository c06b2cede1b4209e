package roster.contract.event;

import java.util.UUID;

/** Something that has happened to one aggregate. Immutable, and never taken back. */
public sealed interface Event permits OrganizationEvent, MemberEvent, InvitationMailEvent, ApiTokenEvent {
    UUID aggregateId();
}
