package roster.console.members;

import java.util.List;

/** A member, with what the person at the screen may do to them. */
record MemberRow(Member member, List<MemberAction> actions) {}
