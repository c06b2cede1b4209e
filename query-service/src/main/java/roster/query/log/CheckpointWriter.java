package roster.query.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.log.LogAlarms.LoggedAlarm;
import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.NoteSigner;
import roster.recordlog.note.SignedNote;

/** Adds the heads of all trees that have grown, and new alarms, to the root log, and signs its checkpoint. */
final class CheckpointWriter {
    private final JdbcClient jdbc;
    private final TreeStore store;
    private final LogTrees trees;
    private final LogAlarms alarms;
    private final SignedBefore before;
    private final List<NoteSigner> keys;

    CheckpointWriter(JdbcClient jdbc, SignedBefore before, List<NoteSigner> keys) {
        this.jdbc = jdbc;
        this.store = new TreeStore(jdbc);
        this.trees = new LogTrees(jdbc);
        this.alarms = new LogAlarms(jdbc);
        this.before = before;
        this.keys = keys;
    }

    private record Numbered(TreeHead head, long rootIndex) {}

    /**
     * Writes a checkpoint, in the caller's transaction. Empty when no tree has grown and there is no alarm since the last one.
     *
     * @param position up to which the trees have all events
     * @throws LogForked when it would not continue what was signed before
     */
    Optional<SignedNote> write(String origin, int epoch, long position) {
        var heads = new ArrayList<TreeHead>();
        jdbc.sql("select tree, heads + 1, size, subtrees from record_log.tree where size > headed_size and tree <> ? order by tree")
                .param(LogTrees.ROOT_LOG).query(row -> {
                    heads.add(TreeHead.of(origin, row.getObject(1, UUID.class), row.getLong(2), row.getLong(3),
                            CompactRange.of(row.getLong(3), row.getBytes(4)).root()));
                });
        var found = alarms.pending();
        return heads.isEmpty() && found.isEmpty() ? Optional.empty() : Optional.of(sign(origin, epoch, position, heads, found));
    }

    private SignedNote sign(String origin, int epoch, long position, List<TreeHead> heads, List<LogAlarm> found) {
        var root = Objects.requireNonNull(store.load(List.of(LogTrees.ROOT_LOG)).get(LogTrees.ROOT_LOG));
        var numbered = new ArrayList<Numbered>();
        for (var head : heads) {
            numbered.add(new Numbered(head, root.size()));
            root.append(new Leaf(LogTrees.ROOT_LOG, 0, head.hash()));
        }
        var logged = new ArrayList<LoggedAlarm>();
        for (var alarm : found) {
            logged.add(new LoggedAlarm(alarm, root.size()));
            root.append(new Leaf(LogTrees.ROOT_LOG, 0, Hash.ofLeaf(alarm.entry())));
        }
        store.save(List.of(root));
        insert(numbered, epoch);
        alarms.log(logged);
        var checkpoint = new Checkpoint(origin, root.size(), root.root());
        before.requireContinuedBy(checkpoint, newestStored(), trees);
        var note = SignedNote.sign(checkpoint.text(), keys);
        jdbc.sql("insert into record_log.checkpoint (size, epoch, position, note, signed_at) values (?, ?, ?, ?, clock_timestamp())")
                .param(checkpoint.size()).param(epoch).param(position).param(note.toString()).update();
        return note;
    }

    private @Nullable Checkpoint newestStored() {
        return jdbc.sql("select note from record_log.checkpoint order by size desc limit 1").query(String.class).optional()
                .map(it -> Checkpoint.parse(SignedNote.parse(it).text())).orElse(null);
    }

    private void insert(List<Numbered> heads, int epoch) {
        jdbc.sql("""
                with added as (
                    insert into record_log.head (tree, number, size, root, root_index, epoch)
                    select *, ? from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bigint[])
                    returning tree, number, size)
                update record_log.tree set heads = added.number, headed_size = added.size from added where tree.tree = added.tree""")
                .param(epoch)
                .param(heads.stream().map(it -> it.head().tree()).toArray(UUID[]::new))
                .param(heads.stream().map(it -> it.head().number()).toArray(Long[]::new))
                .param(heads.stream().map(it -> it.head().checkpoint().size()).toArray(Long[]::new))
                .param(heads.stream().map(it -> it.head().checkpoint().root().bytes()).toArray(byte[][]::new))
                .param(heads.stream().map(Numbered::rootIndex).toArray(Long[]::new)).update();
    }
}
