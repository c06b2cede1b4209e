package roster.benchmark.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import roster.benchmark.measure.ProcessorTime;
import roster.benchmark.measure.ResidentMemory;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/** query-service as a process with the flags of {@code ./roster up}. */
public final class QueryProcess implements AutoCloseable {
    private static final String TOKEN = "operator-token-of-the-benchmark-000001";
    private static final Duration BUILD = Duration.ofMinutes(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String LOG_KEYS = "q8Wz0o1x7cXUo3m8Zq4h2nB6kT9vRrEwJfPdGsAaLiM=";
    private final int port = Ports.freeOr(0);
    private final int management = Ports.freeOr(0);
    private final ChildProcess process;

    private QueryProcess(LargeRecord record, Path logs) {
        var flags = List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED");
        process = ChildProcess.start(logs, "query-service", Roster.application("query-service").command(flags), Map.of(
                "ROSTER_DATABASE_URL", record.database().jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD", record.database().passwords().query(),
                "ROSTER_OPERATOR_TOKEN", TOKEN,
                "ROSTER_MASTER_KEYS", LargeRecord.MASTER_KEYS,
                "ROSTER_LOG_KEYS", LOG_KEYS,
                "ROSTER_RECONCILER_SHARE", "0",
                "ROSTER_MANAGEMENT_PORT", "" + management,
                "SERVER_PORT", "" + port));
        process.awaitReady(BUILD, () -> Http.open(management).status("/actuator/health/readiness") == 200);
    }

    /** Starts it, and waits until it has built the views. */
    public static QueryProcess on(LargeRecord record, Path logs) {
        return new QueryProcess(record, logs);
    }

    public int port() {
        return port;
    }

    public String token() {
        return TOKEN;
    }

    public HttpResponse<String> get(String path) {
        return answered(send(path, "application/json", BodyHandlers.ofString()));
    }

    public InputStream file(String path, String format) {
        return answered(send(path, format, BodyHandlers.ofInputStream())).body();
    }

    private <T> HttpResponse<T> send(String path, String accept, BodyHandler<T> body) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Bearer " + TOKEN).header("Accept", accept).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> HttpResponse<T> answered(HttpResponse<T> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response + " " + response.body());
        }
        return response;
    }

    /** Resident memory in MB. */
    public double memory() {
        return ResidentMemory.of(ProcessHandle.of(process.pid()).orElseThrow());
    }

    /** Processor time that it has used, in seconds. */
    public double processor() {
        return ProcessorTime.of(ProcessHandle.of(process.pid()).orElseThrow());
    }

    @Override
    public void close() {
        process.close();
    }
}
