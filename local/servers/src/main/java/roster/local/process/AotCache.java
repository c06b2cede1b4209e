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
 * An AOT cache (JEP 483, 514, 515): the classes of a program, as loaded and linked by an earlier run. It is valid for one version of the JDK
 * and of the jars; with any other, the JVM ignores it.
 *
 * @param jars the program's jar, and folders of libraries
 */
public record AotCache(Path file, List<Path> jars) {
    /** System property: the child processes write missing or stale caches when they end. */
    public static final String RECORDING = "roster.aot.recording";
    private static final Duration WRITING = Duration.ofMinutes(5);
    /** Suppresses the JVM's warnings about a stale cache, which only costs time. */
    private static final String QUIET = "-Xlog:aot=off";

    /** The cache of that name for the current JDK. */
    static AotCache in(Path folder, String name, Path... jars) {
        return new AotCache(folder.resolve(name + "-" + Runtime.version() + ".aot"), List.of(jars));
    }

    /** JVM flags to use the cache, or to write it when this is a training run and the cache is missing or stale. */
    List<String> flags() {
        return isRecording() && !isFresh() ? record() : use();
    }

    List<String> use() {
        return isFresh() && !isEmpty() ? List.of("-XX:AOTCache=" + file, QUIET) : List.of();
    }

    List<String> record() {
        return List.of("-XX:AOTCacheOutput=" + unfinished(), QUIET);
    }

    /** True when it is newer than all jars. */
    public boolean isFresh() {
        if (!Files.exists(file)) {
            return false;
        }
        var written = modified(file);
        return jars.stream().flatMap(AotCache::withContent).allMatch(jar -> modified(jar).compareTo(written) <= 0);
    }

    /** Moves the cache of a training run into place, or creates an empty file if there is none, so that it is not tried again. */
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

    /** Time to wait for the end of a process, usually {@code usual}; longer when it writes its cache. */
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
