package roster.local.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Set;

/** Writes a file atomically and durably: once it has its name, it is completely on disk. */
public final class DurableFile {
    private DurableFile() {}

    public static void write(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        var unfinished = folder.resolve(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (var channel = FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            for (var bytes = ByteBuffer.wrap(content); bytes.hasRemaining();) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
