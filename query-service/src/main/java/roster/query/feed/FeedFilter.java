package roster.query.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.event.EventRow;

/**
 * Filter of the feed.
 *
 * @param organizationId null for all organizations
 * @param types          null for all types
 * @param actor          id of the member or token who acted, or name of the operator; null for all
 * @param member         member whom the event is about, or who owns the token that it is about; null for all
 */
public record FeedFilter(@Nullable UUID organizationId, @Nullable EventTypes types, @Nullable Author actor, @Nullable UUID member) {
    public boolean matches(EventRow it) {
        return (organizationId == null || organizationId.equals(it.organizationId()))
                && (types == null || types.names().contains(it.type()))
                && (actor == null || actor.id().equals(it.actor().id()))
                && (member == null || member.equals(it.memberId()));
    }

    /** Conditions in SQL, each after {@code and}. */
    String sql() {
        return (organizationId == null ? "" : " and organization_id = ?") + (types == null ? "" : " and type = any (?)")
                + (actor == null ? "" : " and actor_id = ?") + (member == null ? "" : " and member_id = ?");
    }

    List<Object> parameters() {
        var parameters = new ArrayList<Object>();
        if (organizationId != null) {
            parameters.add(organizationId);
        }
        if (types != null) {
            parameters.add(types.names().toArray(String[]::new));
        }
        if (actor != null) {
            parameters.add(actor.id());
        }
        if (member != null) {
            parameters.add(member);
        }
        return parameters;
    }
}
