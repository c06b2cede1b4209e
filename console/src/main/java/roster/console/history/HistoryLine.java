package roster.console.history;

import java.util.List;

import roster.console.history.HistoryItem.Who;
import roster.console.members.ListedMember;

/**
 * An entry of a member's history in words. {@code who} and {@code what} form one sentence.
 *
 * @param former true when the pages of former members can be opened
 */
record HistoryLine(HistoryItem entry, String who, String what, List<Change> changes, boolean former) {
    private static final int END_OF_ID = 8;

    static HistoryLine of(HistoryItem entry, ListedMember member, boolean former) {
        return new HistoryLine(entry, who(entry.actor()), What.happened(entry, member), Change.of(entry), former);
    }

    /** True when there is a page of the actor to link to. */
    public boolean leadsToActor() {
        return entry.actor().kind().equals("member") && (former || entry.actor().name() != null);
    }

    /** True when there is a page of the member in whose name the actor acted. */
    public boolean leadsToPrincipal() {
        return entry.onBehalfOf() != null && (former || entry.onBehalfOf().name() != null);
    }

    /** Name of the actor, or the end of the id. */
    private static String who(Who it) {
        return switch (it.kind()) {
            case "member" -> it.name() == null ? "A former member" : it.name();
            case "token" -> it.name() != null ? "API token " + it.name()
                    : "API token …" + it.id().substring(Math.max(0, it.id().length() - END_OF_ID));
            case "operator" -> it.id().equals("operator") ? "An operator" : "Operator " + it.id();
            case "system" -> "Roster";
            default -> it.kind() + " " + it.id();
        };
    }
}
