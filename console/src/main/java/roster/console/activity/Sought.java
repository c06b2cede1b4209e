package roster.console.activity;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.console.members.ListedMember;

/**
 * Whom the user looks for.
 *
 * @param text       as given; empty for all
 * @param id         null for all, and while it is not clear who is meant
 * @param name       null unless there is an id
 * @param candidates members whom the text can mean
 */
record Sought(String text, @Nullable String id, @Nullable String name, List<ListedMember> candidates) {
    static final Sought ALL = new Sought("", null, null, List.of());

    static Sought known(String text, String id, String name) {
        return new Sought(text, id, name, List.of());
    }

    static Sought oneOf(String text, List<ListedMember> found) {
        return found.size() == 1 ? known(text, found.getFirst().memberId().toString(), found.getFirst().name())
                : new Sought(text, null, null, found);
    }

    public boolean isUnclear() {
        return id == null && !text.isEmpty();
    }

    /** True when words were given, for which the id can be put. */
    boolean isTyped() {
        return id != null && !id.equals(text);
    }

    static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
