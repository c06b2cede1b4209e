package roster.query.search;

import static roster.sql.SqlType.BIGINT;
import static roster.sql.SqlType.TSVECTOR;
import static roster.sql.SqlType.UUID;

import java.util.List;
import java.util.UUID;

import roster.query.generation.Table;
import roster.sql.Column;
import roster.sql.Columns;

/** The columns of {@code member_text}. New entries of the index wait in a list, which each search reads: a short one. */
final class MemberTextTable {
    private static final Columns<MemberText> COLUMNS = new Columns<>();

    private static final Column<MemberText, UUID> MEMBER_ID = COLUMNS.add("member_id", UUID, MemberText::memberId);
    private static final Column<MemberText, UUID> ORGANIZATION_ID = COLUMNS.add("organization_id", UUID, MemberText::organizationId);
    private static final Column<MemberText, Long> POSITION = COLUMNS.add("position", BIGINT, MemberText::position);
    private static final Column<MemberText, String> PIECES = COLUMNS.add("pieces", TSVECTOR, MemberText::pieces);

    static final Table<MemberText> TABLE = new Table<>("member_text", COLUMNS, List.of(MEMBER_ID, POSITION),
            List.of("using gin (pieces) with (gin_pending_list_limit = 256)"),
            (row, _) -> new MemberText(MEMBER_ID.of(row), ORGANIZATION_ID.of(row), POSITION.of(row), PIECES.of(row)));

    private MemberTextTable() {}
}
