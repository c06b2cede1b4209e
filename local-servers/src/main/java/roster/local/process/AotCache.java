package roster.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An AOT cache (JEP 483, 514, 515): the classes of a program as an earlier run has loaded and linked them. It belongs to one version of the
 * JDK and of the jars; with any other the JVM does without it.
 *
 * @param jars the program, and folders of libraries
 */
public record AotCache(Path file, List<Path> jars) {
    /** The system property of a process whose children write the caches that are missing or stale, when they end. */
    public static final String RECORDING = "roster.aot.recording";
    private static final Duration WRITING = Duration.ofMinutes(5);
    /** A cache that does not fit, of which the JVM would complain, costs time and nothing else. */
    private static final String QUIET = "-Xlog:aot=off";

    /** The cache of that name for the JDK that runs this. */
    static AotCache in(Path folder, String name, Path... jars) {
        return new AotCache(folder.resolve(name + "-" + Runtime.version() + ".aot"), List.of(jars));
    }

    /** The flags for a JVM that uses the cache, or writes it when this is a training run and there is none that is fresh. */
    List<String> flags() {
        return isRecording() && !isFresh() ? record() : use();
    }

    List<String> use() {
        return isFresh() && !isEmpty() ? List.of("-XX:AOTCache=" + file, QUIET) : List.of();
    }

    List<String> record() {
        return List.of("-XX:AOTCacheOutput=" + unfinished(), QUIET);
    }

    /** Whether it is younger than all jars. */
    public boolean isFresh() {
        if (!Files.exists(file)) {
            return false;
        }
        var written = modified(file);
        return jars.stream().flatMap(AotCache::withContent).allMatch(jar -> modified(jar).compareTo(written) <= 0);
    }

    /** Puts what a training run has written in its place, or an empty file when there is nothing, so that it is not tried again. */
    public void finish() {
        try {
            if (Files.exists(unfinished())) {
                Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING);
            } else if (!isFresh()) {
                Files.write(file, new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty() {
        return file.toFile().length() == 0;
    }

    /** How long a process may take to end that usually takes {@code usual}: one that writes its cache takes longer. */
    public static Duration grace(Duration usual) {
        return isRecording() ? WRITING : usual;
    }

    private static boolean isRecording() {
        return Boolean.getBoolean(RECORDING);
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }

    private static Stream<Path> withContent(Path path) {
        var files = path.toFile().listFiles();
        return files == null ? Stream.of(path) : Stream.of(files).map(java.io.File::toPath);
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
