package roster.command.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A command on an object of one member, who may send it in person, regardless of role. */
public interface Owned {
    /** The owner; null when the object has none. */
    @Nullable
    UUID owner();
}
