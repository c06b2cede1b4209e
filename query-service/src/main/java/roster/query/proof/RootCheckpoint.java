package roster.query.proof;

import java.time.Instant;

import roster.query.log.LogHeads.SignedRoot;

/**
 * The newest checkpoint of the root log.
 *
 * @param checkpoint signed note, in the form of C2SP tlog-checkpoint
 * @param size       number of heads in the root log
 * @param position   position up to which it has all events
 */
public record RootCheckpoint(String checkpoint, long size, String position, Instant signedAt) {
    public static RootCheckpoint of(SignedRoot root) {
        return new RootCheckpoint(root.note().toString(), root.size(), Long.toString(root.position()), root.signedAt());
    }
}
