package roster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import roster.local.disk.Folders;
import roster.local.inbox.Inbox;
import roster.local.issuer.LocalIssuer;
import roster.local.kafka.LocalKafka;
import roster.local.postgres.LocalPostgres;
import roster.local.process.Build;

/**
 * The servers of tests, started on first use: one PostgreSQL for all test JVMs of a build, and one of each other server per JVM, with the
 * same topic names in every module. All are stopped and deleted when their build or JVM ends.
 */
public final class PerJvm {
    private static final Path FOLDER = temporaryFolder();
    private static final Deque<Runnable> ENDS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PerJvm::end, "end of the servers"));
    }

    private PerJvm() {}

    /** Use a {@link LocalPostgres#freshDatabase() fresh database} per test class. The server is shared and cannot be killed. */
    public static LocalPostgres postgres() {
        return Postgres.SERVER;
    }

    /** Use topics with unique names. */
    public static LocalKafka kafka() {
        return Kafka.SERVER;
    }

    /** Use unique addresses. */
    public static Inbox inbox() {
        return Mail.SERVER;
    }

    /** Use unique subjects. */
    public static LocalIssuer issuer() {
        return Identity.ISSUER;
    }

    private static final class Postgres {
        static final LocalPostgres SERVER = start();

        private static LocalPostgres start() {
            var build = Build.process();
            var since = build.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            return LocalPostgres.ofBuild(build, Path.of(System.getProperty("java.io.tmpdir"), "roster-build-" + build.pid() + "-" + since),
                    programs());
        }
    }

    private static final class Kafka {
        static final LocalKafka SERVER = LocalKafka.start(FOLDER.resolve("kafka"), 0);

        static {
            ENDS.push(SERVER::kill);
        }
    }

    private static final class Mail {
        static final Inbox SERVER = Inbox.start(FOLDER.resolve("inbox"), 0, 0);

        static {
            ENDS.push(SERVER::close);
        }
    }

    private static final class Identity {
        static final LocalIssuer ISSUER = LocalIssuer.start();

        static {
            ENDS.push(ISSUER::close);
        }
    }

    /** Kills the servers, which is quicker than stopping them. The data is deleted anyway. */
    private static void end() {
        ENDS.forEach(Runnable::run);
        Folders.delete(FOLDER);
    }

    /** Folder of the unpacked programs. Unpacking takes seconds, so all test JVMs of a user share it. */
    public static Path programs() {
        return Path.of(System.getProperty("java.io.tmpdir"), "roster-" + System.getProperty("user.name"));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("roster-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
