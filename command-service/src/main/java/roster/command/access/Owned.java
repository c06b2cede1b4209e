package roster.command.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A command about something that belongs to one member, who may send it in person, whatever their role. */
public interface Owned {
    /** Null for what belongs to nobody in particular. */
    @Nullable
    UUID owner();
}
