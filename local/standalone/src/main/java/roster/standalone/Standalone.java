package roster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import roster.local.identity.StandInProviders;
import roster.local.inbox.Inbox;
import roster.local.kafka.LocalKafka;
import roster.local.process.Application;
import roster.local.process.ChildProcess;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.UnusableDatabase;
import roster.standalone.running.Terminal;
import roster.standalone.settings.DataFolder;
import roster.standalone.settings.Port;
import roster.standalone.settings.Secrets;
import roster.standalone.settings.Service;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;
import roster.standalone.settings.Version;

/** All servers and services of Roster on this machine. Starts them in parallel where possible, and stops them in reverse order. */
final class Standalone implements AutoCloseable {
    static final String API_TOKEN = "api-token";

    private final Settings settings;
    private final DataFolder data;
    private final Secrets secrets;
    private final Supervised postgres;
    private final Supervised kafka;
    private final Map<Service, Supervised> services = new EnumMap<>(Service.class);
    /** Platform threads: virtual threads pin their carriers while they load classes, and would wait for each other. */
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("start-", 1).factory());
    private volatile @Nullable Inbox inbox;
    private volatile @Nullable StandInProviders identity;

    private Standalone(Settings settings, DataFolder data, Secrets secrets, Terminal terminal) {
        this.settings = settings;
        this.data = data;
        this.secrets = secrets;
        postgres = new Supervised(
                new PostgresServer(postgresFolder(data), programs(settings), settings.port(Port.POSTGRES), secrets.passwords()), terminal);
        kafka = new Supervised(
                new KafkaServer(kafkaFolder(data), kafkaProgram(settings.root()), settings.port(Port.KAFKA)),
                terminal);
        for (var service : Service.values()) {
            services.put(service, new Supervised(new ServiceProcess(service, service.command(settings.root()), logs(data),
                    settings, service.environment(settings, secrets)), terminal));
        }
    }

    /** Checks, before any server starts, that the data folder and the ports are not in use. */
    static Standalone prepare(Settings settings, Terminal terminal) {
        var data = DataFolder.own(settings.data());
        Arrays.stream(Service.values()).forEach(service -> ChildProcess.endOrphan(logs(data), service.module()));
        LocalKafka.endOrphan(kafkaFolder(data));
        PostgresServer.endOrphan(postgresFolder(data), programs(settings));
        settings.requireFreePorts();
        data.keep(DataFolder.VERSION, Version.ofBuild().toString());
        return new Standalone(settings, data, Secrets.in(data), terminal);
    }

    /** Starts everything, and returns when it is ready. */
    void start() {
        boolean founded = data.isDone(FirstOrganization.SLUG) && data.kept(API_TOKEN).isPresent();
        var database = after(begin(postgres::start), this::migrate);
        await(List.of(begin(kafka::start),
                begin(this::startInbox),
                begin(this::startIdentity),
                begin(start(Service.CONSOLE)),
                after(database, start(Service.COMMAND)),
                after(database, start(Service.QUERY)),
                founded ? after(database, start(Service.NOTIFICATION)) : database));
        if (!founded) {
            found();
            start(Service.NOTIFICATION).run();
        }
    }

    private void migrate() {
        try {
            var migrations = Migrations.all(Login.owner(Service.databaseUrl(settings), secrets.passwords().owner()));
            if (!migrations.areApplied()) {
                migrations.run();
            }
        } catch (UnusableDatabase e) {
            throw new StartFailure(String.valueOf(e.getMessage()));
        }
    }

    /** Runs before notification-service starts: it sends no e-mail for an invitation that has been accepted by then. */
    private void found() {
        try {
            data.keep(API_TOKEN, new FirstOrganization(settings, secrets).found());
            data.markDone(FirstOrganization.SLUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void startInbox() {
        inbox = Inbox.start(data.resolve("inbox"), settings.port(Port.SMTP), settings.port(Port.INBOX));
    }

    private void startIdentity() {
        identity = StandInProviders.start(settings.port(Port.IDENTITY));
    }

    private Runnable start(Service service) {
        return () -> supervised(service).start();
    }

    private Supervised supervised(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Waits for all, and fails as soon as one fails. */
    private static void await(List<CompletableFuture<Void>> tasks) {
        var all = CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new));
        for (var task : tasks) {
            var _ = task.whenComplete((_, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<Void> begin(Runnable task) {
        return CompletableFuture.runAsync(task, threads);
    }

    private CompletableFuture<Void> after(CompletableFuture<Void> before, Runnable task) {
        return before.thenRunAsync(task, threads);
    }

    /** API token of the first organization, once that is registered. */
    String apiToken() {
        return data.kept(API_TOKEN).orElseThrow();
    }

    @Override
    public void close() {
        await(services.values().stream().map(service -> begin(service::close)).toList());
        if (inbox != null) {
            inbox.close();
        }
        if (identity != null) {
            identity.close();
        }
        kafka.close();
        postgres.close();
        data.close();
    }

    private static Path logs(DataFolder data) {
        return data.resolve("log");
    }

    private static Path kafkaFolder(DataFolder data) {
        return data.resolve("kafka");
    }

    private static Path postgresFolder(DataFolder data) {
        return data.resolve("postgres");
    }

    /** Folder of PostgreSQL's programs, which are unpacked once per build, not once per data folder. */
    private static Path programs(Settings settings) {
        return settings.root().resolve("local/standalone/target");
    }

    static Application kafkaProgram(Path root) {
        return LocalKafka.program(root).orElseThrow(() -> StartFailure.notBuilt("kafka-server"));
    }
}
