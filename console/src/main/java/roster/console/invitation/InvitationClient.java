package roster.console.invitation;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.console.invitation.Landing.State;
import roster.console.service.CommandCall;
import roster.console.service.CommandClient;
import roster.console.service.ServiceRejected;
import roster.console.signin.account.SignedIn;

/** Commands and queries with the token of a link. */
@Component
class InvitationClient {
    private final CommandClient commands;
    private final JsonMapper json;

    InvitationClient(CommandClient commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /** Shows the invitation without changing it. A dry run determines whether the user can join. */
    Landing look(String token, @Nullable SignedIn person) {
        try {
            var invitation = json.treeToValue(commands.send(to("lookup", token)), LinkedInvitation.class);
            return person == null ? Landing.of(State.SIGN_IN, token, invitation) : tried(token, invitation);
        } catch (ServiceRejected e) {
            return landing(e, token, null);
        }
    }

    private Landing tried(String token, LinkedInvitation invitation) {
        try {
            commands.dryRun(to("accept", token));
            return Landing.of(State.READY, token, invitation);
        } catch (ServiceRejected e) {
            return landing(e, token, invitation);
        }
    }

    /**
     * Joins the organization as the signed-in user.
     *
     * @return the id of the organization
     * @throws ServiceRejected when the invitation cannot be accepted
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
        } catch (ServiceRejected e) {
            return landing(e, token, null);
        }
    }

    private static Landing landing(ServiceRejected e, String token, @Nullable LinkedInvitation invitation) {
        if (e.problem().status() >= 500 || e.problem().status() == 429) {
            throw e;
        }
        return Landing.refused(e.problem(), token, invitation);
    }

    private static CommandCall to(String what, String token) {
        return CommandCall.post("/invitations/{what}", what).with(Map.of("token", token));
    }
}
