package roster.command.erasure;

import java.util.UUID;

/** Makes a member's personal data permanently unreadable, in the transaction of the command. */
public interface Erasure {
    void erase(UUID memberId);
}
