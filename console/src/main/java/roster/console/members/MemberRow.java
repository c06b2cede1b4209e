package roster.console.members;

import java.util.List;

import roster.console.organization.Membership;

/** A member, with the actions that the user may perform. */
public record MemberRow(Member member, List<MemberAction> actions) {
    public static MemberRow of(Membership here, Member member) {
        return new MemberRow(member, MemberAction.offered(here, member));
    }
}
