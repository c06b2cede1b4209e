package roster.eventstore.sealing;

import java.util.UUID;

import org.springframework.dao.DataRetrievalFailureException;

/** The data key of a member is missing or damaged, so an event that it must seal cannot be recorded. */
public final class KeyLost extends DataRetrievalFailureException {
    private static final long serialVersionUID = 1;

    KeyLost(UUID memberId) {
        super("the key of member " + memberId + " is lost");
    }
}
