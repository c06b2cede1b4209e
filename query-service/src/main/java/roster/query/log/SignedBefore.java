package roster.query.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import roster.recordlog.merkle.MerkleProof;
import roster.recordlog.note.Checkpoint;
import roster.recordlog.note.SignedNote;

/**
 * The newest checkpoint that was signed, remembered outside the database: in memory, and in a file if there is a folder for it, in which the last
 * one of each day is kept as well. A checkpoint that does not continue it is not signed.
 */
final class SignedBefore {
    static final String FILE = "checkpoint";

    private final @Nullable Path folder;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Checkpoint last;

    /** @param folder empty for none */
    SignedBefore(String folder) {
        this.folder = folder.isEmpty() ? null : Path.of(folder);
    }

    /**
     * @param stored the newest one in the database, which counts where nothing is remembered
     * @throws LogForked when it does not continue the last one of the same origin
     */
    synchronized void requireContinuedBy(Checkpoint next, @Nullable Checkpoint stored, LogTrees trees) {
        var before = last() == null ? stored : last();
        if (before == null || !before.origin().equals(next.origin())) {
            return;
        }
        if (before.size() > next.size()) {
            throw new LogForked("the log had " + before.size() + " entries when it was signed last, and has " + next.size());
        }
        var path = trees.consistency(LogTrees.ROOT_LOG, before.size(), next.size());
        if (!MerkleProof.isConsistent(before.size(), before.root(), next.size(), next.root(), path)) {
            throw new LogForked("the first " + before.size() + " entries of the log are not those that were signed");
        }
    }

    private @Nullable Checkpoint last() {
        if (last == null && folder != null && Files.exists(folder.resolve(FILE))) {
            try {
                last = Checkpoint.parse(SignedNote.parse(Files.readString(folder.resolve(FILE))).text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return last;
    }

    /** After it has been stored. */
    synchronized void remember(SignedNote note) {
        last = Checkpoint.parse(note.text());
        if (folder != null) {
            try {
                Files.createDirectories(folder);
                write(note, folder.resolve(FILE));
                write(note, folder.resolve(FILE + "-" + LocalDate.now(clock)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(SignedNote note, Path file) throws IOException {
        var written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, note.bytes());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
