package roster.console.members;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The pending invitations that end with a change to their inviter.
 *
 * @param names of the first of those invited
 */
public record EndingInvitations(int count, List<String> names) {
    private static final int SHOWN = 5;

    static EndingInvitations of(List<UUID> invited, Function<UUID, String> name) {
        return new EndingInvitations(invited.size(), invited.stream().limit(SHOWN).map(name).toList());
    }

    /** How many are not named. */
    public int more() {
        return count - names.size();
    }
}
