package roster.query.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.Hash;
import roster.recordlog.note.LogProof;
import roster.recordlog.note.SignedNote;

/** Reads heads of trees and checkpoints of the root log. */
public final class LogHeads {
    private static final String HEAD = """
            select tree, number, size, root, root_index, epoch, (select origin from record_log.progress) from record_log.head
            """;

    private final JdbcClient jdbc;
    private final LogTrees trees;
    private final LogAlarms alarms;

    public LogHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.trees = new LogTrees(jdbc);
        this.alarms = new LogAlarms(jdbc);
    }

    /** @param index of its entry in the root log */
    public record Logged(TreeHead head, long index) {
        public long size() {
            return head.checkpoint().size();
        }
    }

    /** @param position up to which it has all events */
    public record SignedRoot(SignedNote note, long size, long position, Instant signedAt) {}

    public Optional<Logged> newest(UUID tree) {
        return jdbc.sql(HEAD + " where tree = ? order by number desc limit 1").param(tree).query((row, _) -> head(row)).optional();
    }

    /** At most {@code limit} heads of a tree after one, in order. */
    public List<Logged> after(UUID tree, long number, int limit) {
        return jdbc.sql(HEAD + " where tree = ? and number > ? order by number limit ?").param(tree).param(number).param(limit)
                .query((row, _) -> head(row)).list();
    }

    /** The entries of one tile of the root log: heads and alarms. */
    public Collection<byte[]> entries(long from, long to) {
        var entries = new TreeMap<Long, byte[]>();
        jdbc.sql(HEAD + " where root_index >= ? and root_index < ?").param(from).param(to).query((row, _) -> head(row)).list()
                .forEach(it -> entries.put(it.index(), it.head().entry()));
        alarms.entries(from, to).forEach(it -> entries.put(it.index(), it.alarm().entry()));
        return entries.values();
    }

    private static Logged head(ResultSet row) throws SQLException {
        var origin = LogOrigin.of(row.getString(7), row.getInt(6));
        return new Logged(TreeHead.of(origin, row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), Hash.of(row.getBytes(4))),
                row.getLong(5));
    }

    /** The newest checkpoint of the root log. */
    public Optional<SignedRoot> checkpoint() {
        return jdbc.sql("""
                select note || coalesce((select string_agg(line || E'\\n', '' order by witness) from record_log.cosignature
                                          where cosignature.size = checkpoint.size), ''),
                       size, position, signed_at
                  from record_log.checkpoint order by size desc limit 1""")
                .query((row, _) -> new SignedRoot(SignedNote.parse(row.getString(1)), row.getLong(2), row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Proof that the root log has the head. */
    public LogProof proof(Logged head, SignedRoot root) {
        return new LogProof(head.index(), trees.inclusion(LogTrees.ROOT_LOG, head.index(), root.size()), root.note());
    }
}
