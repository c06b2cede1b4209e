package roster.console.tokens;

import java.util.Arrays;
import java.util.List;

import roster.console.organization.Membership;
import roster.contract.role.Scope;

/** Title and description of a scope. */
record ScopeChoice(Scope scope) {
    /** The scopes that new tokens can have and the user may grant. */
    static List<ScopeChoice> grantable(Membership here) {
        return Arrays.stream(Scope.values()).filter(it -> here.may(it.neededToGrant())).map(ScopeChoice::new).toList();
    }

    public String title() {
        return switch (scope) {
            case DEVELOPER_OPERATIONS -> "Developer Operations Access";
            case PROTECTED_ENDPOINT -> "Protected Endpoint Access";
            case MEMBER_ADMINISTRATION -> "Member Administration Access";
            case DIRECTORY -> "Directory";
            case DECISIONS -> "Permission decisions";
            case AUDIT -> "Audit log";
            case EVENTS -> "Event feed";
        };
    }

    public String about() {
        return switch (scope) {
            case DEVELOPER_OPERATIONS -> "Creates and changes Deployments and observes them; pushes, pulls and deletes Bentos and models; "
                    + "runs inference.";
            case PROTECTED_ENDPOINT -> "Only runs inference with Deployments.";
            case MEMBER_ADMINISTRATION -> "Invites, changes and deletes members, with any role.";
            case DIRECTORY -> "Reads members and roles.";
            case DECISIONS -> "Asks what members and API tokens may do.";
            case AUDIT -> "Reads members, deleted ones too, and all events with authors and reasons.";
            case EVENTS -> "Reads all events as they happen, without authors and reasons.";
        };
    }
}
