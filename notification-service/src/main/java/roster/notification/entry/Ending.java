package roster.notification.entry;

import java.util.UUID;

import roster.sql.Columns;
import roster.sql.SqlType;

/** Cancels e-mails of the member that were caused by events up to this sequence. */
public record Ending(UUID memberId, long sequence, String reason) {
    public static final Columns<Ending> COLUMNS = new Columns<>();

    static {
        COLUMNS.add("member_id", SqlType.UUID, Ending::memberId);
        COLUMNS.add("sequence", SqlType.BIGINT, Ending::sequence);
        COLUMNS.add("reason", SqlType.TEXT, Ending::reason);
    }
}
