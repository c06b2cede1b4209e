package roster.console.invitation;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.console.invitation.Landing.State;
import roster.console.service.Command;
import roster.console.service.Commands;
import roster.console.service.Refused;
import roster.console.signin.SignedIn;

/** Commands and queries with the token of a link. */
@Component
class Links {
    private final Commands commands;
    private final JsonMapper json;

    Links(Commands commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /** Shows the invitation without changing it. A dry run determines whether the user can join. */
    Landing look(String token, @Nullable SignedIn person) {
        try {
            var invitation = json.treeToValue(commands.send(to("lookup", token)), Invitation.class);
            return person == null ? Landing.of(State.SIGN_IN, token, invitation) : tried(token, invitation);
        } catch (Refused e) {
            return landing(e, token, null);
        }
    }

    private Landing tried(String token, Invitation invitation) {
        try {
            commands.dryRun(to("accept", token));
            return Landing.of(State.READY, token, invitation);
        } catch (Refused e) {
            return landing(e, token, invitation);
        }
    }

    /**
     * Joins the organization as the signed-in user.
     *
     * @return the id of the organization
     * @throws Refused when the invitation cannot be accepted
     */
    String accept(String token) {
        return commands.send(to("accept", token)).path("organizationId").asString();
    }

    Landing decline(String token) {
        return sent("decline", token, State.DECLINED);
    }

    Landing askAgain(String token) {
        return sent("ask-again", token, State.ASKED_AGAIN);
    }

    private Landing sent(String what, String token, State then) {
        try {
            commands.send(to(what, token));
            return Landing.of(then, token);
        } catch (Refused e) {
            return landing(e, token, null);
        }
    }

    private static Landing landing(Refused e, String token, @Nullable Invitation invitation) {
        if (e.problem().status() >= 500 || e.problem().status() == 429) {
            throw e;
        }
        return Landing.refused(e.problem(), token, invitation);
    }

    private static Command to(String what, String token) {
        return Command.post("/invitations/{what}", what).with(Map.of("token", token));
    }
}
