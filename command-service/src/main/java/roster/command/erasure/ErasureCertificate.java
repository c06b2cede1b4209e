package roster.command.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a member has been erased, where, and what is not gone yet.
 *
 * @param position a consistency token: whoever asks the views with it is answered without the member's name and address
 * @param erased   where what names the member is gone, or is as soon as the position has been reached there
 * @param copies   what was copied before, and by when the last of it is gone
 */
public record ErasureCertificate(UUID memberId, UUID organizationId, Instant erasedAt, String position, List<Place> erased,
        List<Copy> copies) {
    /** @param what in words */
    public record Place(String place, String what) {}

    public record Copy(String place, Instant until) {}
}
