package roster.console.history;

import java.util.Objects;

import roster.console.members.ListedMember;
import roster.contract.role.Role;

/** Describes events in words that follow the name of the actor. */
final class What {
    private What() {}

    /** An event type that is newer than the console is shown by its name. */
    static String happened(HistoryItem entry, ListedMember member) {
        return switch (entry.type()) {
            case "member.invited" -> "invited " + Objects.requireNonNullElse(entry.after().get("name"), member.name()) + as(entry);
            case "member.invitation_resent" -> "sent a new invitation e-mail";
            case "member.invitation_accepted" -> "accepted the invitation";
            case "member.invitation_declined" -> "declined the invitation";
            case "member.invitation_revoked" -> "revoked the invitation";
            case "member.invitation_expired" -> "marked the invitation as expired";
            case "member.new_invitation_requested" -> "requested a new invitation";
            case "member.name_changed" -> "changed the name";
            case "member.email_changed" -> "changed the address";
            case "member.role_changed" -> "changed the role";
            case "member.access_confirmed" -> "confirmed the access";
            case "member.account_linked" -> "linked another sign-in account";
            case "member.account_unlinked" -> "removed a sign-in account";
            case "member.suspended" -> "suspended the member";
            case "member.reactivated" -> "reactivated the member";
            case "member.deleted" -> isBy(member, entry) ? "left the organization" : "deleted the member";
            case "member.erased" -> "erased the name and the address permanently";
            default -> "triggered “" + entry.type() + "”";
        };
    }

    private static String as(HistoryItem entry) {
        return entry.after().get("role") instanceof String role ? " as " + Role.of(role).title() : "";
    }

    private static boolean isBy(ListedMember member, HistoryItem entry) {
        return entry.actor().id().equals(member.memberId().toString());
    }
}
