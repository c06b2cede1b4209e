package roster.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import roster.local.postgres.LocalPostgres;
import roster.local.postgres.Passwords;

/** The database server, with the one database that the services share. */
final class PostgresServer implements Server {
    private final Path folder;
    private final Path programs;
    private final int port;
    private final Passwords passwords;
    private volatile @Nullable LocalPostgres postgres;

    PostgresServer(Path folder, Path programs, int port, Passwords passwords) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
        this.passwords = passwords;
    }

    static void endOrphan(Path folder, Path programs) {
        LocalPostgres.endOrphan(folder, programs);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void start() {
        if (postgres == null) {
            postgres = LocalPostgres.start(folder, programs, port, passwords);
        } else {
            postgres.start();
        }
        postgres.database("roster");
    }

    @Override
    public CompletableFuture<?> exit() {
        return postgres == null ? CompletableFuture.completedFuture(null) : postgres.exit();
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }
}
