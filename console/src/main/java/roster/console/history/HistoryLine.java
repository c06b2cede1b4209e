package roster.console.history;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import roster.console.history.HistoryItem.Who;
import roster.console.history.What.Sentence;
import roster.console.members.ListedMember;

/**
 * An event in words. {@code who} and {@code what} form one sentence.
 *
 * @param who    empty when the user may not see it
 * @param former true when the pages of former members can be opened
 */
public record HistoryLine(HistoryItem entry, String who, Sentence what, List<Change> changes, boolean former) {
    private static final int END_OF_ID = 8;

    /** On the page of the member whom the event is about. */
    static HistoryLine of(HistoryItem entry, ListedMember member, boolean former) {
        return new HistoryLine(entry, who(entry.actor()), What.onPageOf(member, entry), Change.of(entry), former);
    }

    /** Among events of the whole organization. */
    public static HistoryLine of(HistoryItem entry, boolean former) {
        var who = who(entry.actor());
        var what = What.inOrganization(entry);
        return new HistoryLine(entry, who,
                who.isEmpty() ? new Sentence(StringUtils.capitalize(what.start()), what.name(), what.end()) : what,
                Change.of(entry), former);
    }

    /** True when there is a page of the actor to link to. */
    public boolean leadsToActor() {
        return entry.actor() != null && entry.actor().kind().equals("member") && (former || entry.actor().name() != null);
    }

    /** True when there is a page of the member in whose name the actor acted. */
    public boolean leadsToPrincipal() {
        return entry.onBehalfOf() != null && (former || entry.onBehalfOf().name() != null);
    }

    /** True when there is a page of the member whom the event is about. */
    public boolean leadsToMember() {
        return former && entry.member() != null;
    }

    /** Name of the actor, or the end of the id. */
    public static String who(@Nullable Who it) {
        return it == null ? "" : switch (it.kind()) {
            case "member" -> it.name() == null ? "A former member" : it.name();
            case "token" -> it.name() != null ? "API token " + it.name() : "API token " + shortened(it.id());
            case "operator" -> it.id().equals("operator") ? "An operator" : "Operator " + it.id();
            case "system" -> "Roster";
            default -> it.kind() + " " + it.id();
        };
    }

    /** The end of an id. */
    public static String shortened(String id) {
        return "…" + id.substring(Math.max(0, id.length() - END_OF_ID));
    }
}
