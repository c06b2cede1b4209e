package roster.query.member;

import static roster.sql.SqlType.BIGINT;

import java.util.List;

import roster.query.generation.Table;
import roster.sql.Column;
import roster.sql.Columns;

/** The columns of {@code member_past}: those of {@code member}, and until when the row was valid. */
final class PastMemberTable {
    private static final Columns<PastMember> COLUMNS = MemberTable.COLUMNS.of(PastMember::row);

    private static final Column<PastMember, Long> UNTIL = COLUMNS.add("until", BIGINT, PastMember::until);

    static final Table<PastMember> TABLE = new Table<>("member_past", COLUMNS, List.of(MemberTable.MEMBER_ID, MemberTable.POSITION),
            List.of(ordered("name_key"), ordered("email_key"), ordered("since"),
                    "(organization_id, role, position, until) where status = 'invited' and invitation_status = 'expired'"),
            (row, _) -> new PastMember(MemberTable.read(row), UNTIL.of(row)));

    private PastMemberTable() {}

    /** For a page of a list in this order. */
    private static String ordered(String column) {
        return "(organization_id, status, " + column + ", member_id, position, until) include (role, invitation_status)";
    }
}
