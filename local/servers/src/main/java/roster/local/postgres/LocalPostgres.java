package roster.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import roster.local.disk.Folders;
import roster.local.process.LastWill;
import roster.local.process.Ports;

/**
 * A PostgreSQL server on this machine. Its data survives restarts and kills. It ends when this process ends; one that was left running
 * nevertheless is stopped before the next one starts.
 */
public final class LocalPostgres implements AutoCloseable {
    /** Part of database names, because other JVMs may use the same server. */
    private static final long JVM = ProcessHandle.current().pid();

    private final @Nullable Cluster cluster;
    private final int port;
    private final Passwords passwords;
    private final AtomicInteger freshDatabases = new AtomicInteger();
    private final Map<String, Database> templates = new ConcurrentHashMap<>();
    private @Nullable LastWill lastWill;

    LocalPostgres(@Nullable Cluster cluster, int port, Passwords passwords) {
        this.cluster = cluster;
        this.port = port;
        this.passwords = passwords;
    }

    /**
     * @param folder    folder of the data and the log
     * @param programs  folder of the unpacked programs; many servers may share it
     * @param port      0 for any free port
     * @param passwords set when the cluster is created; the same ones are needed later
     */
    public static LocalPostgres start(Path folder, Path programs, int port, Passwords passwords) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var cluster = new Cluster(Installation.in(programs), folder);
        cluster.stopOrphan();
        var postgres = new LocalPostgres(cluster, Ports.freeOr(port), passwords);
        cluster.createIfAbsent(passwords.superuser());
        postgres.start();
        return postgres;
    }

    /**
     * The server of all test JVMs of a build. The first use starts it; when the build ends, it is stopped and its folder deleted. It cannot be
     * stopped or killed otherwise.
     *
     * @param folder used by this build only
     */
    public static synchronized LocalPostgres ofBuild(ProcessHandle build, Path folder, Path programs) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                return SharedServer.in(folder).orElseGet(() -> startFor(build, folder, programs)).attach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SharedServer startFor(ProcessHandle build, Path folder, Path programs) {
        var server = new SharedServer(folder, Ports.freeOr(0), Passwords.random());
        var cluster = new Cluster(Installation.in(programs), folder);
        // left by a JVM that ended before it published the address
        cluster.stopOrphan();
        Folders.delete(folder.resolve("data"));
        cluster.createIfAbsent(server.passwords().superuser());
        cluster.start(server.port());
        LastWill.endWith(build, cluster.pid().orElseThrow(), folder);
        server.attach().createRoles();
        server.write();
        return server;
    }

    /** Starts again on the same port, after {@link #stop} or {@link #kill}. */
    public void start() {
        revokeLastWill();
        var own = own();
        own.stopOrphan();
        Ports.requireFree(port);
        own.start(port);
        lastWill = LastWill.interrupt(own.pid().orElseThrow());
        createRoles();
    }

    private void createRoles() {
        try (var connection = superuser("postgres")) {
            SetUp.createRolesIfAbsent(connection, passwords);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the roles", e);
        }
    }

    /** Stops a server that an earlier, killed process left running. */
    public static void endOrphan(Path folder, Path programs) {
        new Cluster(Installation.in(programs), folder).stopOrphan();
    }

    /** Completes when the current server ends. */
    public CompletableFuture<?> exit() {
        return own().exit();
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Passwords of the roles, in all databases. */
    public Passwords passwords() {
        return passwords;
    }

    /** A connection as superuser. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", passwords.superuser());
    }

    /** The database of that name, created if it does not exist. Only the roles of Roster may connect to it. */
    public Database database(String name) {
        return database(name, "template1");
    }

    private Database database(String name, String template) {
        try (var connection = superuser("postgres"); var statement = connection.createStatement()) {
            var quoted = statement.enquoteIdentifier(name, true);
            if (!exists(connection, name)) {
                statement.execute("create database " + quoted + " template " + statement.enquoteIdentifier(template, true));
            }
            statement.execute(SetUp.script("database.sql").replace(":\"database\"", quoted));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        return new Database(name, jdbcUrl(name), passwords);
    }

    /** A new, empty database. */
    public Database freshDatabase() {
        return freshDatabase("template1");
    }

    /**
     * A new database with the schemas that {@code migrations} create. They run once per template; copying it is faster than migrating.
     */
    public Database freshDatabase(String template, Consumer<Database> migrations) {
        return freshDatabase(templates.computeIfAbsent(template, _ -> {
            var migrated = database("template_" + JVM + "_" + template);
            migrations.accept(migrated);
            return migrated;
        }).name());
    }

    /** A copy of a database that has no connections. */
    public Database copyOf(Database original) {
        return freshDatabase(original.name());
    }

    private Database freshDatabase(String template) {
        return database("fresh_" + JVM + "_" + freshDatabases.incrementAndGet(), template);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var statement = connection.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, database);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Shuts down cleanly, even if clients are connected. */
    public void stop() {
        revokeLastWill();
        own().stop();
    }

    /** Kills all of its processes without cleanup. */
    public void kill() {
        revokeLastWill();
        own().kill();
    }

    /** The server and its backends. */
    public List<ProcessHandle> processes() {
        return own().processes();
    }

    private Cluster own() {
        if (cluster == null) {
            throw new IllegalStateException("others use this server, too; start one of your own");
        }
        return cluster;
    }

    private void revokeLastWill() {
        if (lastWill != null) {
            lastWill.close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
