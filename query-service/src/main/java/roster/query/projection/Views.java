package roster.query.projection;

import java.util.List;

import roster.query.generation.Layout;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.history.HistoryProjection;
import roster.query.member.MemberProjection;
import roster.query.role.RoleCountProjection;
import roster.query.token.ApiTokenProjection;

/** All views there are. */
final class Views {
    /** To be raised when something else is folded into the same tables. */
    private static final int FOLDING = 2;

    private Views() {}

    /** In the order in which they are shown each event; each is new, and begins with nothing. */
    static List<View<?>> all() {
        var members = new MemberProjection();
        return List.of(
                members,
                new RoleCountProjection(members),
                new HistoryProjection(members),
                new ApiTokenProjection());
    }

    static Layout layout() {
        return new Layout(FOLDING, all().stream().<Table<?>>map(View::table).toList());
    }
}
