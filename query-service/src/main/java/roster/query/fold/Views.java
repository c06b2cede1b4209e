package roster.query.fold;

import java.util.List;

import roster.query.event.EventProjection;
import roster.query.generation.Layout;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.member.MemberProjection;
import roster.query.member.PastMemberProjection;
import roster.query.role.RoleCountProjection;
import roster.query.search.MemberTextProjection;
import roster.query.token.ApiTokenViewProjection;

/** List of all views. */
public final class Views {
    /** Must be increased when the same tables get other content. */
    private static final int FOLDING = 3;

    private Views() {}

    /** New, empty instances, in the order in which they get each event. */
    static List<View<?>> all() {
        var members = new MemberProjection();
        return List.of(
                members,
                new PastMemberProjection(members),
                new RoleCountProjection(members),
                new EventProjection(members),
                new MemberTextProjection(members),
                new ApiTokenViewProjection());
    }

    public static Layout layout() {
        return new Layout(FOLDING, all().stream().<Table<?>>map(View::table).toList());
    }
}
