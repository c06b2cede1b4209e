package roster.population;

import java.util.UUID;

import roster.contract.event.Inviter;
import roster.contract.role.Role;

/** State of a member on which the next events depend. */
final class Life {
    enum Stage {
        INVITED,
        EXPIRED,
        REQUESTED,
        ACTIVE,
        SUSPENDED,
        ENDED,
        ERASED
    }

    final UUID id;
    final UUID invitation;
    final int number;
    String name;
    String email;
    Role role;
    Stage stage = Stage.INVITED;
    int issue = 1;
    int addresses;

    Life(UUID id, UUID invitation, int number, String name, String email, Role role) {
        this.id = id;
        this.invitation = invitation;
        this.number = number;
        this.name = name;
        this.email = email;
        this.role = role;
    }

    Inviter asInviter() {
        return new Inviter(id, name, email);
    }
}
