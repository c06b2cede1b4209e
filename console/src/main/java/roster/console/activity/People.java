package roster.console.activity;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.console.history.HistoryLine;
import roster.console.members.MemberNames;
import roster.console.members.Members;
import roster.console.organization.Membership;
import roster.console.tokens.ApiTokenClient;
import roster.contract.event.Actor;
import roster.contract.role.Permission;

/** Finds the members, API tokens and operators that a search names. */
@Component
class People {
    private static final int MOST = 10;

    private final Members members;
    private final ApiTokenClient tokens;

    People(Members members, ApiTokenClient tokens) {
        this.members = members;
        this.tokens = tokens;
    }

    Sought member(Membership here, @Nullable String given) {
        var text = Objects.toString(given, "").strip();
        if (text.isEmpty()) {
            return Sought.ALL;
        }
        var id = Sought.uuid(text);
        return id == null ? search(here, text) : Sought.known(text, text, Objects.requireNonNullElse(name(here, id), "a former member"));
    }

    /** Text that is about no member is the name of an operator. */
    Sought actor(Membership here, @Nullable String given) {
        var text = Objects.toString(given, "").strip();
        var id = Sought.uuid(text);
        if (id != null) {
            return Sought.known(text, text, actorName(here, id));
        }
        if (text.isEmpty()) {
            return Sought.ALL;
        }
        if (text.equals(Actor.SYSTEM.id())) {
            return Sought.known(text, text, "Roster");
        }
        var found = search(here, text);
        return found.candidates().isEmpty() && found.id() == null ? Sought.known(text, text, "operator " + text) : found;
    }

    private Sought search(Membership here, String text) {
        return Sought.oneOf(text, members.search(here.organizationId(), text, here.may(Permission.AUDIT_READ), MOST));
    }

    private String actorName(Membership here, UUID id) {
        var member = name(here, id);
        var token = member == null ? tokens.name(here, id) : null;
        return member != null ? member : "API token " + Objects.requireNonNullElse(token, HistoryLine.shortened(id.toString()));
    }

    private @Nullable String name(Membership here, UUID id) {
        return new MemberNames(members, here.organizationId()).of(id);
    }
}
