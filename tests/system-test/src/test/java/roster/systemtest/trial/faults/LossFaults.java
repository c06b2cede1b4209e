package roster.systemtest.trial.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

import roster.systemtest.running.Await;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;
import roster.systemtest.trial.cluster.ServiceKind;
import roster.systemtest.trial.faults.Fault.Wound;

/** Disks that are full, or were replaced. */
final class LossFaults {
    private static final String LOST = "roster_publisher_records_lost{publisher=\"publisher\"} ";
    private static final String REPUBLISH = "/admin/publishers/publisher/republish";
    private static final String NO_SPACE = "No space left on device";
    private static final int MEBIBYTE = 1 << 20;
    private static final int HELD_IN_MILLISECONDS = 4_000;

    private LossFaults() {}

    /** Kafka loses all its data; an operator has the events published again. */
    static Optional<Wound> kafkaLog(DoubledRoster roster, Random random) throws IOException {
        roster.kafka().kill();
        FileSystemUtils.deleteRecursively(roster.folder().resolve("kafka/data"));
        roster.kafka().start();
        Await.until(() -> metrics(roster).contains(LOST + "1.0"));
        Await.until(() -> roster.instances(ServiceKind.COMMAND_SERVICE).stream().anyMatch(it -> isRepublishing(roster, it)));
        Await.until(() -> !metrics(roster).contains(LOST + "1.0"));
        return Wound.of(Parts.KAFKA, "command-service has said that records were lost, until they were published again");
    }

    private static boolean isRepublishing(DoubledRoster roster, Instance instance) {
        try {
            return roster.operator(instance).post(REPUBLISH, null).status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static String metrics(DoubledRoster roster) {
        var text = new StringBuilder();
        roster.instances(ServiceKind.COMMAND_SERVICE).forEach(it -> text.append(it.metrics()));
        return text.toString();
    }

    /** Fills the disk of PostgreSQL, if it has one of its own. */
    static Optional<Wound> fullDisk(DoubledRoster roster, Random random) throws Exception {
        if (!roster.hasSmallDisk()) {
            return Optional.empty();
        }
        long before = failures(roster);
        var ballast = roster.folder().resolve("postgres/ballast");
        try {
            fill(ballast);
            TimeUnit.MILLISECONDS.sleep(HELD_IN_MILLISECONDS);
        } finally {
            Files.deleteIfExists(ballast);
        }
        Await.until(() -> accepts(roster));
        return Wound.counted(Parts.POSTGRES, failures(roster) - before, "times no space left on the device");
    }

    private static void fill(Path ballast) {
        try (var out = Files.newOutputStream(ballast)) {
            var zeros = new byte[MEBIBYTE];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException _) {
            // it is full
        }
    }

    /** Starts it if it has given up. */
    private static boolean accepts(DoubledRoster roster) {
        if (roster.postgres().processes().isEmpty()) {
            roster.postgres().start();
        }
        try (var database = roster.database()) {
            return database.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private static long failures(DoubledRoster roster) throws IOException {
        var log = Files.readAllBytes(roster.folder().resolve("postgres/postgres.log"));
        return new String(log, StandardCharsets.UTF_8).lines().filter(it -> it.contains(NO_SPACE)).count();
    }
}
