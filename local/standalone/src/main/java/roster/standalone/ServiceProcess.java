package roster.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import roster.local.process.AotCache;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.standalone.settings.Service;
import roster.standalone.settings.Settings;

/** A service as a process of its own jar, as in production. */
final class ServiceProcess implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();

    private final Service service;
    private final List<String> command;
    private final Path logs;
    private final Settings settings;
    private final Map<String, String> environment;
    private volatile @Nullable ChildProcess process;

    ServiceProcess(Service service, List<String> command, Path logs, Settings settings, Map<String, String> environment) {
        this.service = service;
        this.command = command;
        this.logs = logs;
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public void start() {
        service.ports().map(settings::port).forEach(Ports::requireFree);
        var started = ChildProcess.start(logs, name(), command, environment);
        process = started;
        started.awaitReady(PATIENCE, this::isReady);
    }

    private boolean isReady() throws InterruptedException {
        if (!Ports.accepts(settings.port(service.management()))) {
            return false;
        }
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port(service.management()) + "/actuator/health"))
                .timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public CompletableFuture<?> exit() {
        return process == null ? CompletableFuture.completedFuture(null) : process.exit();
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(AotCache.grace(SHUTDOWN));
        }
    }
}
