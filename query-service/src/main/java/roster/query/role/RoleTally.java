package roster.query.role;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import roster.query.member.MemberView;

/** Adds up what changes of members do to the counts. */
public final class RoleTally {
    private final Map<RoleCount.Key, Long> changes = new HashMap<>();

    public void count(@Nullable MemberView before, MemberView after) {
        if (before != null) {
            changes.merge(RoleCount.Key.of(before), -1L, Long::sum);
        }
        changes.merge(RoleCount.Key.of(after), 1L, Long::sum);
    }

    /** What is to be added to each count; 0 where members came and went. */
    public Collection<RoleCount> changes() {
        return changes.entrySet().stream().map(it -> new RoleCount(it.getKey(), it.getValue())).toList();
    }
}
