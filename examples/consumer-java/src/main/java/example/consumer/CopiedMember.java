package example.consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The copy of a member.
 *
 * @param name  null when it can no longer be read, like {@code email}
 * @param role  admin, developer or endpoint_user; for an invited member, the role after acceptance
 * @param status invited, active or suspended
 */
public record CopiedMember(String organization, @Nullable String name, @Nullable String email, String role, String status) {
    /** From a record of the topic of states. */
    static CopiedMember of(String organization, JsonNode state) {
        return new CopiedMember(organization, text(state, "name"), text(state, "email"), state.path("role").asString(),
                state.path("status").asString());
    }

    /**
     * The member after an event of the topic of events. Other types do not change what is copied here.
     *
     * @return null when the membership has ended
     */
    static @Nullable CopiedMember after(@Nullable CopiedMember was, String type, String organization, JsonNode event) {
        if (was == null) {
            return type.equals("roster.member.invited") ? new CopiedMember(organization, text(event, "name"), text(event, "email"),
                    event.path("role").asString(), "invited") : null;
        }
        return switch (type) {
            case "roster.member.invitation_resent" -> new CopiedMember(was.organization, text(event, "name"), text(event, "email"),
                    event.path("role").asString(), was.status);
            case "roster.member.invitation_accepted" -> was.as(event.path("role").asString(), "active");
            case "roster.member.role_changed" -> was.as(event.path("to").asString(), was.status);
            case "roster.member.suspended" -> was.as(was.role, "suspended");
            case "roster.member.reactivated" -> was.as(was.role, "active");
            case "roster.member.name_changed" -> new CopiedMember(was.organization, text(event, "to"), was.email, was.role, was.status);
            case "roster.member.email_changed" -> new CopiedMember(was.organization, was.name, text(event, "to"), was.role, was.status);
            case "roster.member.invitation_declined", "roster.member.invitation_revoked", "roster.member.deleted",
                    "roster.member.erased" -> null;
            default -> was;
        };
    }

    private CopiedMember as(String newRole, String newStatus) {
        return new CopiedMember(organization, name, email, newRole, newStatus);
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.path(field).asString(null);
    }
}
