package roster.query.members;

import roster.query.member.MemberTable;
import roster.query.moment.Cut;

/** SQL that stands for the table {@code member} as of a {@link Cut}. */
final class MemberSource {
    private MemberSource() {}

    static String at(Cut cut) {
        if (!cut.isPast()) {
            return "member";
        }
        var columns = MemberTable.COLUMNS.names();
        long position = cut.position();
        return "(select " + columns + " from member where position <= " + position + " union all select " + columns
                + " from member_past where position <= " + position + " and until > " + position + ") as member";
    }

    /** {@code select … from …}, with all columns. */
    static String select(Cut cut) {
        return "select " + MemberTable.COLUMNS.names() + " from " + at(cut);
    }
}
