package roster.console.members;

import java.util.List;

import roster.console.organization.Membership;

/** A member, with what the person at the screen may do to them. */
public record MemberRow(Member member, List<MemberAction> actions) {
    public static MemberRow of(Membership here, Member member) {
        return new MemberRow(member, MemberAction.offered(here, member));
    }
}
