package roster.query.history;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.contract.event.Actor;
import roster.query.event.EventRow;
import roster.query.members.MemberViews;
import roster.query.members.Visibility;
import roster.query.token.ApiTokenViews;

/** Finds the names of the authors of events, and of the members and API tokens that these are about. */
@Component
public final class Actors {
    private static final Visibility ALL = new Visibility(true, true);

    private final MemberViews members;
    private final MemberHistory history;
    private final ApiTokenViews tokens;

    Actors(MemberViews members, MemberHistory history, ApiTokenViews tokens) {
        this.members = members;
        this.history = history;
        this.tokens = tokens;
    }

    /** All names. */
    public ActorNames names(UUID organization, List<EventRow> events) {
        return names(organization, events, ALL, null);
    }

    /** @param tokensOf restricts the names of tokens to those of this member; null for all */
    ActorNames names(UUID organization, List<EventRow> events, Visibility visibility, @Nullable UUID tokensOf) {
        var tokenIds = events.stream().flatMap(it -> Stream.concat(it.actorId(Actor.Kind.TOKEN), it.tokenId())).distinct().toList();
        return new ActorNames(members(organization, events, visibility), tokens.names(organization, tokenIds, tokensOf));
    }

    /** The names that visible members had then. */
    private Map<Acting, String> members(UUID organization, List<EventRow> events, Visibility visibility) {
        var acting = events.stream().flatMap(Actors::members).distinct().toList();
        if (acting.isEmpty()) {
            return Map.of();
        }
        if (visibility.audited()) {
            return history.names(organization, acting);
        }
        var visible = members.names(organization, acting.stream().map(Acting::memberId).distinct().toList(), visibility).keySet();
        return history.names(organization, acting.stream().filter(it -> visible.contains(it.memberId())).toList());
    }

    private static Stream<Acting> members(EventRow event) {
        return Stream.concat(event.actingMembers().map(id -> new Acting(id, event.position())),
                Stream.ofNullable(event.memberId()).map(id -> Acting.after(event, id)));
    }
}
