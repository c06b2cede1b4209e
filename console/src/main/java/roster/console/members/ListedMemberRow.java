package roster.console.members;

import java.util.List;

import roster.console.organization.Membership;

/** A member, with the actions that the user may perform. */
public record ListedMemberRow(ListedMember member, List<MemberAction> actions) {
    /** A member of the past, on whom no action can be performed. */
    static ListedMemberRow ofPast(ListedMember member) {
        return new ListedMemberRow(member, List.of());
    }

    public static ListedMemberRow of(Membership here, ListedMember member) {
        return new ListedMemberRow(member, MemberAction.offered(here, member));
    }
}
