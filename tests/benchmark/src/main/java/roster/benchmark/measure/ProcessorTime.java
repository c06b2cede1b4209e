package roster.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Processor time in seconds, from Linux's {@code /proc}. */
public final class ProcessorTime {
    /** Of the kernel's clock, on every platform that Java supports. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int LAST_OF_CHILDREN = 14;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    private ProcessorTime() {}

    /** Of a process without its children. */
    public static double of(ProcessHandle process) {
        return ticks(process, SYSTEM) / TICKS_PER_SECOND;
    }

    /** Of a process and of its children that have ended. */
    public static double withEnded(ProcessHandle process) {
        return ticks(process, LAST_OF_CHILDREN) / TICKS_PER_SECOND;
    }

    /** Of a process, of its children, and of those that have ended. */
    public static double withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children()).mapToLong(it -> ticks(it, LAST_OF_CHILDREN)).sum() / TICKS_PER_SECOND;
    }

    /** Sums up the fields from the time in user mode to {@code last}; 0 when the process has just ended. */
    private static long ticks(ProcessHandle process, int last) {
        try {
            var line = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(fields, USER, last + 1).mapToLong(Long::parseLong).sum();
        } catch (IOException _) {
            return 0;
        }
    }

    /** Of all processes of the machine. */
    public static double ofMachine() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            var fields = lines.findFirst().orElseThrow().substring("cpu".length()).strip().split(" +", -1);
            long sum = 0;
            for (int i = 0; i <= STOLEN; i++) {
                sum += i == IDLE || i == WAITING ? 0 : Long.parseLong(fields[i]);
            }
            return sum / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
