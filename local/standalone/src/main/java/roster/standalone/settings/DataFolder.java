package roster.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import roster.local.disk.DurableFile;

/** The folder of all persistent data. Readable by its owner only, and locked by one launcher at a time. */
public final class DataFolder implements AutoCloseable {
    /** File with the version of Roster that has used it last. */
    public static final String VERSION = "version";
    static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws StartFailure when another launcher uses it; the lock is released even when that one is killed */
    public static DataFolder own(Path folder) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(folder.resolve("log"));
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new StartFailure("Roster runs already on the data in " + folder + "; set ROSTER_DATA to another folder");
            }
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new StartFailure("cannot use the data folder " + folder + ": " + e);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** True while a launcher has it. */
    public static boolean isInUse(Path folder) {
        try (var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.READ)) {
            return lock.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException _) {
            return true;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new StartFailure("cannot read the data folder " + folder + ": " + e);
        }
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** True when a one-time step was completed. */
    public boolean isDone(String what) {
        return Files.exists(done(what));
    }

    public void markDone(String what) {
        try {
            DurableFile.write(done(what), new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores a secret, readable by the owner only. */
    public void keep(String name, String secret) {
        try {
            DurableFile.write(resolve(name), (secret + "\n").getBytes(StandardCharsets.UTF_8), OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + name, e);
        }
    }

    /** A stored secret. */
    public Optional<String> kept(String name) {
        try {
            return Files.exists(resolve(name)) ? Optional.of(Files.readString(resolve(name)).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private Path done(String what) {
        return folder.resolve(what + ".done");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
