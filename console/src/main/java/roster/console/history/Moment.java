package roster.console.history;

import java.util.List;

import roster.console.history.HistoryEntry.Who;
import roster.console.members.Member;

/** An entry of a member's history in words. {@code who} and {@code what} form one sentence. */
record Moment(HistoryEntry entry, String who, String what, List<Change> changes) {
    private static final int END_OF_ID = 8;

    static Moment of(HistoryEntry entry, Member member) {
        return new Moment(entry, who(entry.actor()), What.happened(entry, member), Change.of(entry));
    }

    /** True when the actor is a member, whose name is a link. */
    public boolean isByMember() {
        return entry.actor().kind().equals("member");
    }

    /** Name of the actor, or the end of the id. */
    private static String who(Who it) {
        return switch (it.kind()) {
            case "member" -> it.name() == null ? "A former member" : it.name();
            case "token" -> "API token …" + it.id().substring(Math.max(0, it.id().length() - END_OF_ID));
            case "operator" -> it.id().equals("operator") ? "An operator" : "Operator " + it.id();
            case "system" -> "Roster";
            default -> it.kind() + " " + it.id();
        };
    }
}
