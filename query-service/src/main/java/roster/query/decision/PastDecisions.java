package roster.query.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import roster.access.credential.Standings.Standing;
import roster.contract.role.Permission;
import roster.contract.role.Scope;
import roster.http.problem.FieldError;
import roster.query.consistency.ConsistentRead;
import roster.query.decision.Explanation.Cause;
import roster.query.decision.Item.Evaluation;
import roster.query.decision.Item.Unusable;
import roster.query.event.EventRows;
import roster.query.member.MemberRow;
import roster.query.members.MemberViews;
import roster.query.members.Visibility;
import roster.query.moment.Cut;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Invalid;
import roster.query.token.ApiTokenViews;

/** Decides what a subject was permitted at a moment, by the roles and scopes that it had then and today's permissions of these. */
@Component
final class PastDecisions {
    private static final Visibility ALL = new Visibility(true, true);

    private final MemberViews members;
    private final ApiTokenViews tokens;
    private final EventRows events;

    PastDecisions(MemberViews members, ApiTokenViews tokens, EventRows events) {
        this.members = members;
        this.tokens = tokens;
        this.events = events;
    }

    /** Permissions at a moment, and the positions of the events that gave or took them. */
    private record Held(Set<Permission> permissions, List<Long> causes) {
        static final Held NOTHING = new Held(Set.of(), List.of());

        Held limitedTo(Held owner) {
            var both = EnumSet.noneOf(Permission.class);
            both.addAll(permissions);
            both.retainAll(owner.permissions);
            return new Held(both, Stream.concat(causes.stream(), owner.causes.stream()).toList());
        }
    }

    /** @throws QueryRejected when the views do not reach the moment in time */
    Decision decide(Evaluation it, UUID organizationId, ConsistentRead read) {
        try {
            return read.at(Objects.requireNonNull(it.asOf()), organizationId, cut -> decide(it, organizationId, cut));
        } catch (QueryRejected rejected) {
            if (rejected.rejection() instanceof Invalid(var error)) {
                return Decision.of(new Unusable(FieldError.pointer("/context/asOf", error.detail())));
            }
            throw rejected;
        }
    }

    private Decision decide(Evaluation it, UUID organizationId, Cut cut) {
        var held = it.subject() == null ? Held.NOTHING : held(it.subject(), organizationId, cut);
        var causes = events.at(held.causes).stream()
                .map(row -> new Cause(Long.toString(row.position()), row.eventId(), row.type(), row.recordedAt())).toList();
        return Decision.past(it.action() != null && held.permissions.contains(it.action()),
                new Explanation(Long.toString(cut.position()), causes));
    }

    private Held held(Subject subject, UUID organizationId, Cut cut) {
        return switch (subject.kind()) {
            case MEMBER -> members.find(organizationId, subject.id(), ALL, cut).map(PastDecisions::member).orElse(Held.NOTHING);
            case API_TOKEN -> token(subject.id(), organizationId, cut);
        };
    }

    private static Held member(MemberRow row) {
        var it = row.member();
        return new Held(new Standing(it.memberId(), it.organizationId(), it.role(), it.status()).permissions(),
                Stream.of(row.places().role(), row.places().status()).distinct().sorted().toList());
    }

    private Held token(UUID tokenId, UUID organizationId, Cut cut) {
        var found = tokens.find(organizationId, tokenId, null, cut).orElse(null);
        if (found == null) {
            return Held.NOTHING;
        }
        var causes = Stream.of(Optional.of(found.createdPosition()), Optional.ofNullable(found.revokedPosition()))
                .flatMap(Optional::stream).toList();
        boolean expired = found.expiresAt() != null && !found.expiresAt().isAfter(Objects.requireNonNull(cut.asOf()));
        var own = new Held(found.revokedAt() != null || expired ? Set.of() : Scope.permissions(found.scopes()), causes);
        return found.ownerId() == null ? own
                : own.limitedTo(members.find(organizationId, found.ownerId(), ALL, cut).map(PastDecisions::member).orElse(Held.NOTHING));
    }
}
