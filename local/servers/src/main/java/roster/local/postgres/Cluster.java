package roster.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import roster.local.disk.Folders;
import roster.local.process.LogTail;

/** The data directory of one PostgreSQL server, and its process. */
final class Cluster {
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    private final Installation installation;
    private final Path folder;
    private final Path data;
    private final Path serverLog;

    Cluster(Installation installation, Path folder) {
        this.installation = installation;
        this.folder = folder.toAbsolutePath();
        this.data = this.folder.resolve("data");
        this.serverLog = this.folder.resolve("postgres.log");
    }

    /** Creates the cluster in a temporary folder and then moves it, so that an interrupted creation starts anew. */
    void createIfAbsent(String superuserPassword) {
        if (Files.exists(data)) {
            return;
        }
        var unfinished = folder.resolve("data.unfinished");
        Folders.delete(unfinished);
        var passwordFile = folder.resolve("superuser-password");
        try {
            Files.deleteIfExists(passwordFile);
            Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, superuserPassword);
            // the built-in locale sorts and compares the same on every system
            run("initdb", "--pgdata=" + unfinished, "--username=postgres", "--pwfile=" + passwordFile, "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
            Files.delete(passwordFile);
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(int port) {
        run("pg_ctl", "start", "--wait", "--timeout=60", "--pgdata=" + data, "--log=" + serverLog, "--options=-p " + port
                + setting("listen_addresses", "127.0.0.1") + setting("unix_socket_directories", "''")
                + setting("fsync", "on") + setting("synchronous_commit", "on") + setting("full_page_writes", "on")
                + setting("max_connections", "200") + setting("timezone", "UTC")
                // otherwise the log would contain rows that violate a constraint, with personal data
                + setting("log_error_verbosity", "terse"));
    }

    private static String setting(String name, String value) {
        return " -c " + name + "=" + value;
    }

    void stop() {
        if (pid().isPresent()) {
            run("pg_ctl", "stop", "--wait", "--timeout=" + SHUTDOWN.toSeconds(), "--mode=fast", "--pgdata=" + data);
        }
    }

    void stopOrphan() {
        if (pid().isPresent()) {
            log.info("stopping the PostgreSQL that an earlier process left behind in {}", data);
            stop();
        }
    }

    void kill() {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new)).join();
    }

    /** The server and its backends; empty when it does not run. */
    List<ProcessHandle> processes() {
        return server().stream().flatMap(it -> Stream.concat(Stream.of(it), it.descendants())).toList();
    }

    CompletableFuture<?> exit() {
        return server().<CompletableFuture<?>>map(ProcessHandle::onExit).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    Optional<Long> pid() {
        return server().map(ProcessHandle::pid);
    }

    /** The running server of this cluster; empty when its process id now belongs to another program. */
    private Optional<ProcessHandle> server() {
        var file = data.resolve("postmaster.pid");
        try {
            return !Files.exists(file)
                    ? Optional.empty()
                    : Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::parseLong)
                            .flatMap(ProcessHandle::of).filter(this::isOurs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        var arguments = process.info().arguments();
        return process.isAlive() && process.info().command().orElse("").endsWith("postgres")
                && (arguments.isEmpty() || Stream.of(arguments.get()).anyMatch(data.toString()::equals));
    }

    private void run(String program, String... arguments) {
        var output = folder.resolve(program + ".log");
        try {
            var process = new ProcessBuilder(installation.command(program, arguments)).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed: " + LogTail.of(output) + "\n" + LogTail.of(serverLog));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, e);
        }
    }
}
