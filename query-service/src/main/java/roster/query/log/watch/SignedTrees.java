package roster.query.log.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.operation.reconcile.Difference;
import roster.query.log.LogHeads;
import roster.query.log.LogHeads.SignedRoot;
import roster.query.log.LogTrees;
import roster.recordlog.event.TreeHead;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.MalformedNote;
import roster.recordlog.note.VerifierKey;

/** Compares the newest checkpoint with the root log, and the newest head of all events with its tree: with what the signature covers. */
public final class SignedTrees {
    /** Name of a difference that is of no event. */
    private static final UUID ROOT_LOG = LogTrees.ROOT_LOG;

    private final List<VerifierKey> keys;

    /** @param keys of which one has signed */
    public SignedTrees(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    List<Difference> differences(JdbcClient jdbc) {
        var heads = new LogHeads(jdbc);
        var trees = new LogTrees(jdbc);
        var differences = new ArrayList<Difference>();
        heads.checkpoint().ifPresent(root -> {
            if (!isSigned(root) || !isRoot(root, trees)) {
                differences.add(new Difference(ROOT_LOG, "the root log is not what was signed"));
            }
            heads.newest(TreeHead.STORE).filter(it -> it.index() < root.size()).ifPresent(head -> {
                if (!heads.proof(head, root).proves(head.head().entry())
                        || !trees.root(TreeHead.STORE, head.size()).equals(head.head().checkpoint().root())) {
                    differences.add(new Difference(TreeHead.STORE, "the tree of all events is not what was signed"));
                }
            });
        });
        return differences;
    }

    private boolean isSigned(SignedRoot root) {
        try {
            return keys.stream().anyMatch(root.note()::isSignedBy);
        } catch (MalformedNote _) {
            return false;
        }
    }

    private static boolean isRoot(SignedRoot root, LogTrees trees) {
        var checkpoint = Checkpoint.parse(root.note().text());
        return checkpoint.size() == root.size() && trees.root(LogTrees.ROOT_LOG, root.size()).equals(checkpoint.root());
    }
}
