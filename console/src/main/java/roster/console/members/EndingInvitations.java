package roster.console.members;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Pending invitations that end with a change of their inviter.
 *
 * @param names names of the first invitees
 */
public record EndingInvitations(int count, List<String> names) {
    private static final int SHOWN = 5;

    static EndingInvitations of(List<UUID> invited, Function<UUID, String> name) {
        return new EndingInvitations(invited.size(), invited.stream().limit(SHOWN).map(name).toList());
    }

    /** Number of invitations without name in the list. */
    public int more() {
        return count - names.size();
    }
}
