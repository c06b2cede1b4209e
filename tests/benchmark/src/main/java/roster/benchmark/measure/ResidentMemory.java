package roster.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of a process that is in RAM, from Linux's {@code /proc}. */
public final class ResidentMemory {
    private static final double KILOBYTES = 1024;

    private ResidentMemory() {}

    /** In MB. */
    public static double of(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(it -> it.startsWith("VmRSS:")).mapToLong(it -> Long.parseLong(it.replaceAll("\\D+", ""))).findAny()
                    .orElseThrow() / KILOBYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
