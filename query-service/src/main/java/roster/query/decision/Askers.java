package roster.query.decision;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import roster.access.control.Callers;
import roster.access.credential.Credential.Anonymous;
import roster.access.credential.Credential.ApiToken;
import roster.access.credential.Credential.NotificationService;
import roster.access.credential.Credential.Operator;
import roster.access.credential.Credential.Person;
import roster.access.credential.Standings;
import roster.access.credential.Standings.Standing;

/** Determines the {@link Asker} by the credential of the request. */
@Component
public final class Askers {
    private final Callers callers;
    private final Standings standings;

    Askers(Callers callers, Standings standings) {
        this.callers = callers;
        this.standings = standings;
    }

    public Asker current() {
        return switch (callers.credential()) {
            case Operator _ -> new Asker(true, Set.of(), Map.of());
            case ApiToken token -> new Asker(false, Set.of(new Subject(Subject.Kind.API_TOKEN, token.tokenId())),
                    Map.of(token.organizationId(), token.permissions()));
            case Person person -> person(person);
            case NotificationService _,Anonymous _ -> new Asker(false, Set.of(), Map.of());
        };
    }

    private Asker person(Person person) {
        var memberships = standings.members(person.identity());
        return new Asker(false,
                memberships.stream().map(it -> new Subject(Subject.Kind.MEMBER, it.memberId())).collect(Collectors.toSet()),
                memberships.stream().collect(Collectors.toMap(Standing::organizationId, Standing::permissions)));
    }
}
