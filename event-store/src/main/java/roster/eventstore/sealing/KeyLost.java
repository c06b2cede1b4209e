package roster.eventstore.sealing;

import java.util.UUID;

import org.springframework.dao.DataRetrievalFailureException;

/** There should be a key of the member, and there is none that can be used: nothing is recorded that it would have to seal. */
public final class KeyLost extends DataRetrievalFailureException {
    private static final long serialVersionUID = 1;

    KeyLost(UUID memberId) {
        super("the key of member " + memberId + " is lost");
    }
}
