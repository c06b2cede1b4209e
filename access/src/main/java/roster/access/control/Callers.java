package roster.access.control;

import java.util.Optional;
import java.util.UUID;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import roster.access.credential.Credential;
import roster.access.credential.Credential.Anonymous;
import roster.access.credential.Credential.ApiToken;
import roster.access.credential.Credential.NotificationService;
import roster.access.credential.Credential.Operator;
import roster.access.credential.Credential.Person;
import roster.access.credential.CredentialAuthentication;
import roster.access.credential.SignIns;
import roster.access.credential.Standings;
import roster.access.credential.Standings.Standing;
import roster.contract.event.Actor;
import roster.contract.event.MemberStatus;

/** Determines the {@link Caller} of the current thread's request. */
@Component
public final class Callers {
    private final Standings standings;
    private final SignIns signIns;

    Callers(Standings standings, SignIns signIns) {
        this.standings = standings;
        this.signIns = signIns;
    }

    public Credential credential() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CredentialAuthentication known ? known.getPrincipal() : new Anonymous();
    }

    /** @throws Denied as invisible when the caller has no access to the organization */
    public Caller in(UUID organizationId) {
        return switch (credential()) {
            case Operator it -> Caller.operator(it.operator());
            case NotificationService _ -> throw Denied.invisible();
            case ApiToken token when token.organizationId().equals(organizationId) -> token(token);
            case Person person -> member(standings.member(organizationId, person.identity()).orElseThrow(Denied::invisible), person);
            case ApiToken _,Anonymous _ -> throw Denied.invisible();
        };
    }

    /** The sender of an earlier request with its current rights; empty when it has no access to the organization any more. */
    public Optional<Caller> now(Credential credential, UUID organizationId) {
        return switch (credential) {
            case Operator it -> Optional.of(Caller.operator(it.operator()));
            case ApiToken token -> standings.token(token.tokenId()).filter(it -> it.organizationId().equals(organizationId))
                    .map(Callers::token);
            case Person person -> standings.member(organizationId, person.identity()).map(Callers::member);
            case NotificationService _,Anonymous _ -> Optional.empty();
        };
    }

    /** The caller where no organization is named. Only operators and notification-service have rights there. */
    public Caller anywhere() {
        return switch (credential()) {
            case Operator it -> Caller.operator(it.operator());
            case NotificationService _ -> Caller.NOTIFICATION_SERVICE;
            case ApiToken _,Person _,Anonymous _ -> Caller.NOBODY;
        };
    }

    /** The active member with this id, in whose name a caller with rights of its own may send a command. */
    public Optional<Caller> named(UUID organizationId, UUID memberId) {
        return standings.member(memberId)
                .filter(it -> it.organizationId().equals(organizationId) && it.status() == MemberStatus.ACTIVE)
                .map(Callers::member);
    }

    private static Caller token(ApiToken token) {
        return new Caller(new Actor(Actor.Kind.TOKEN, token.tokenId().toString()), token.ownerId(), token.permissions(), false);
    }

    private Caller member(Standing standing, Person person) {
        signIns.note(standing.memberId(), person.signedInAt());
        return member(standing);
    }

    private static Caller member(Standing standing) {
        var permissions = standing.permissions();
        return new Caller(new Actor(Actor.Kind.MEMBER, standing.memberId().toString()),
                permissions.isEmpty() ? null : standing.memberId(), permissions, false);
    }
}
