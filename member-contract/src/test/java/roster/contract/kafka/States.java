package roster.contract.kafka;

import java.time.Instant;
import java.util.UUID;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** A state with all fields set. */
public final class States {
    public static final MemberState GRACE = new MemberState(UUID.fromString("01980a5c-0000-7000-8000-000000000002"),
            UUID.fromString("01980a5c-0000-7000-8000-000000000001"), "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER,
            MemberStatus.ACTIVE, InvitationStatus.ACCEPTED, Instant.parse("2026-01-02T09:30:00.123456Z"), 3, 1815);

    private States() {}
}
