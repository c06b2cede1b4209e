package roster.query.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import roster.access.credential.Credential.ApiToken;
import roster.access.credential.Standings;
import roster.access.credential.Standings.Standing;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.access.SearchResults.FoundAction;
import roster.query.access.SearchResults.FoundEntity;
import roster.query.access.Searches.Candidate;
import roster.query.decision.Asker;
import roster.query.decision.Entity;
import roster.query.decision.Item.Evaluation;
import roster.query.decision.Subject;

/** Candidates of searches: those that may be permitted, each with its evaluation. A function returns the next ones after a key, in order. */
@Component
final class Candidates {
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Standings standings;

    Candidates(Standings standings) {
        this.standings = standings;
    }

    static <T> Function<String, List<Candidate<T>>> none() {
        return _ -> List.of();
    }

    /** Members whose role has the permission, or tokens with a scope that covers it. */
    Function<String, List<Candidate<FoundEntity>>> subjects(Subject.Kind kind, Permission action, UUID organization) {
        return after -> ids(kind, action, organization, after.isEmpty() ? FIRST : UUID.fromString(after))
                .map(id -> new Candidate<>(id.toString(), new FoundEntity(kind.value(), id.toString()),
                        new Evaluation(new Subject(kind, id), action, organization.toString())))
                .toList();
    }

    private Stream<UUID> ids(Subject.Kind kind, Permission action, UUID organization, UUID after) {
        return switch (kind) {
            case MEMBER -> standings
                    .members(organization, Stream.of(Role.values()).filter(it -> it.permissions().contains(action)).toList(),
                            after, BATCH)
                    .stream().map(Standing::memberId);
            case API_TOKEN -> standings
                    .tokens(organization, Stream.of(Scope.values()).filter(it -> it.permissions().contains(action)).toList(),
                            after, BATCH)
                    .stream().map(ApiToken::tokenId);
        };
    }

    /** The organization of the subject, which has rights in no other one, if the caller may ask about it. */
    Function<String, List<Candidate<FoundEntity>>> organizations(Asker asker, Subject subject, Permission action) {
        return after -> organization(subject).filter(it -> asker.mayAskAbout(subject, it)).map(UUID::toString)
                .filter(it -> it.compareTo(after) > 0)
                .map(it -> new Candidate<>(it, new FoundEntity(Entity.ORGANIZATION, it), new Evaluation(subject, action, it)))
                .toList();
    }

    private Stream<UUID> organization(Subject subject) {
        return switch (subject.kind()) {
            case MEMBER -> standings.member(subject.id()).map(Standing::organizationId).stream();
            case API_TOKEN -> standings.token(subject.id()).map(ApiToken::organizationId).stream();
        };
    }

    /** All permissions. */
    static Function<String, List<Candidate<FoundAction>>> actions(Subject subject, String organization) {
        return after -> Arrays.stream(Permission.values()).filter(it -> it.value().compareTo(after) > 0)
                .sorted(Comparator.comparing(Permission::value))
                .map(it -> new Candidate<>(it.value(), new FoundAction(it.value()), new Evaluation(subject, it, organization)))
                .toList();
    }
}
