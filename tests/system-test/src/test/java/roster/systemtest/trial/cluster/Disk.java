package roster.systemtest.trial.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of PostgreSQL: a small file system of its own where this process may mount one, else a part of a large one. */
public final class Disk implements AutoCloseable {
    private static final String SIZE = "size=1200m";

    private final Path folder;
    private final boolean small;

    private Disk(Path folder, boolean small) {
        this.folder = folder;
        this.small = small;
    }

    public static Disk large(Path folder) {
        return new Disk(folder, false);
    }

    /** Needs root on Linux; otherwise it is a large one. */
    public static Disk small(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Disk(folder, run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()));
    }

    boolean isSmall() {
        return small;
    }

    @Override
    public void close() {
        if (small && !run("umount", "--lazy", folder.toString())) {
            throw new IllegalStateException("cannot unmount " + folder);
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
