package roster.standalone.doctor;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** Checks of what the machine has. */
record Machine(Map<String, String> environment, Clock clock) {
    private static final int JDK = 25;
    private static final long MEMORY = 2_000_000_000L;
    private static final long DISK = 2_000_000_000L;
    private static final Duration DRIFT = Duration.ofMinutes(1);

    Finding jdk() {
        var found = Runtime.version() + " in " + System.getProperty("java.home");
        return Runtime.version().feature() == JDK
                ? Finding.good("JDK", found)
                : Finding.problem("JDK", found, "set JAVA_HOME to a JDK " + JDK);
    }

    Finding maven() {
        var programs = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)).map(it -> Path.of(it, "mvn"));
        return programs.filter(Files::isExecutable).findFirst().map(it -> Finding.good("Maven", it.toString()))
                .orElseGet(() -> Finding.problem("Maven", "there is no mvn in PATH, so changes cannot be built",
                        "install Maven (Debian: apt-get install maven)"));
    }

    /** @param running then Roster has what it needs, and what is left does not matter */
    Finding memory(boolean running) throws IOException {
        long available = available();
        var found = gigabytes(available) + " are available";
        return running || available >= MEMORY
                ? Finding.good("memory", found)
                : Finding.problem("memory", found + ", and Roster needs " + gigabytes(MEMORY), "end other programs, or add memory");
    }

    /** What can be used without swapping. Linux counts caches as available, other systems only what is free. */
    private static long available() throws IOException {
        var linux = Path.of("/proc/meminfo");
        if (Files.exists(linux)) {
            try (var lines = Files.lines(linux)) {
                return lines.filter(it -> it.startsWith("MemAvailable:")).mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024)
                        .findFirst().orElse(Long.MAX_VALUE);
            }
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    Finding disk(Path folder) throws IOException {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        var found = gigabytes(free) + " are free for " + folder;
        return free >= DISK
                ? Finding.good("disk", found)
                : Finding.problem("disk", found + "; PostgreSQL and Kafka stop when it is full",
                        "free at least " + gigabytes(DISK) + ", or set ROSTER_DATA to a folder on another disk");
    }

    /** A clock that was set back: invitations, tokens and certificates are judged by it. */
    Finding clock(Instant newest) {
        var now = clock.instant();
        return newest.isBefore(now.plus(DRIFT))
                ? Finding.good("clock", now.truncatedTo(ChronoUnit.SECONDS).toString())
                : Finding.problem("clock", "it says " + now.truncatedTo(ChronoUnit.SECONDS) + ", but Roster was built or has written at "
                        + newest.truncatedTo(ChronoUnit.SECONDS), "set the clock (Linux: timedatectl set-ntp true)");
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
