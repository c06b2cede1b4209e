package roster.command.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Certifies the erasure of a member: where data was erased, and until when copies may exist.
 *
 * @param position consistency token; queries with it return no name or address of the member
 * @param erased   places where the data is erased, at the latest when they have reached the position
 * @param copies   copies made before, and the time by which the last one is deleted
 */
public record ErasureCertificate(UUID memberId, UUID organizationId, Instant erasedAt, String position, List<Place> erased,
        List<Copy> copies) {
    /** @param what description of the erased data */
    public record Place(String place, String what) {}

    public record Copy(String place, Instant until) {}
}
