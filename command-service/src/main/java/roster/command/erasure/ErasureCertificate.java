package roster.command.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Certifies the erasure of a member: where data was erased, and until when copies may exist.
 *
 * @param eventId  event of the erasure
 * @param position consistency token; queries with it return no name or address of the member
 * @param proof    address of the proof that the event is in the signed log, some seconds later
 * @param erased   places where the data is erased, at the latest when they have reached the position
 * @param copies   copies made before, and the time by which the last one is deleted
 */
public record ErasureCertificate(UUID memberId, UUID organizationId, Instant erasedAt, UUID eventId, String position, String proof,
        List<Place> erased, List<Copy> copies) {
    /** @param what description of the erased data */
    public record Place(String place, String what) {}

    public record Copy(String place, Instant until) {}
}
