package roster.command.erasure;

import java.util.UUID;

/** Makes what names a member unreadable for good, in the transaction of the command. */
public interface Erasure {
    void erase(UUID memberId);
}
