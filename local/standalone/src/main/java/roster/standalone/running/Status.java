package roster.standalone.running;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.standalone.settings.DataFolder;
import roster.standalone.settings.Port;
import roster.standalone.settings.Service;
import roster.standalone.settings.Settings;

/** {@code ./roster status}: what runs where, whether it is healthy and why not, how far the readers are, and how much disk is used. */
public final class Status {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final List<Port> SERVERS = List.of(Port.POSTGRES, Port.KAFKA, Port.INBOX, Port.SMTP, Port.IDENTITY);

    private final Settings settings;
    private final Terminal terminal;

    public Status(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** @return true when everything runs and is healthy */
    public boolean run() throws IOException, InterruptedException {
        if (!DataFolder.isInUse(settings.data())) {
            terminal.say("No Roster runs on the data in " + settings.data() + "; start it with ./roster up");
            return false;
        }
        terminal.say("  Roster " + Files.readString(settings.data().resolve(DataFolder.VERSION)).strip() + "\n");
        var health = healthOfServices();
        health.forEach(this::sayService);
        boolean complete = true;
        for (var server : SERVERS) {
            complete &= sayServer(server);
        }
        sayReaders(health);
        sayDisk();
        return complete && health.values().stream().allMatch(ServiceHealth::isUp);
    }

    private Map<Service, ServiceHealth> healthOfServices() throws InterruptedException {
        var all = new EnumMap<Service, ServiceHealth>(Service.class);
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build()) {
            for (var service : Service.values()) {
                all.put(service, ServiceHealth.of(http, settings, service));
            }
        }
        return all;
    }

    private void sayService(Service service, ServiceHealth health) {
        var process = ChildProcess.find(settings.data().resolve("log"), service.module()).map(it -> "process " + it.pid())
                .orElse("no process");
        terminal.say(String.format(Locale.ROOT, "  %-33s %-16s ports %s, %s", service.module(), health.isUp() ? "healthy" : health.status(),
                service.ports().map(port -> String.valueOf(settings.port(port))).collect(Collectors.joining(", ")), process));
        health.causes().forEach(cause -> terminal.say(String.format(Locale.ROOT, "  %-33s %s", "", cause)));
    }

    private boolean sayServer(Port server) {
        boolean answers = Ports.accepts(settings.port(server));
        terminal.say(String.format(Locale.ROOT, "  %-33s %-16s port %d", server.listener(), answers ? "answers" : "does not answer",
                settings.port(server)));
        return answers;
    }

    private void sayReaders(Map<Service, ServiceHealth> health) {
        terminal.say(String.format(Locale.ROOT, "%n  %-33s %-20s %12s %8s  %s", "reader", "", "position", "lag", "oldest waits"));
        health.forEach((service, it) -> it.readers()
                .forEach(reader -> terminal.say(String.format(Locale.ROOT, "  %-33s %-20s %12s %8s  %.1f s", service.module(),
                        reader.name(), reader.position(), reader.lag(), reader.waiting().toMillis() / 1000.0))));
    }

    private void sayDisk() throws IOException, InterruptedException {
        terminal.say(String.format(Locale.ROOT, "%n  data in %s, %.1f GB of the disk are free", settings.data(),
                Files.getFileStore(settings.data()).getUsableSpace() / 1e9));
        try (var folders = Files.list(settings.data())) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                terminal.say(String.format(Locale.ROOT, "  %-33s %.1f MB", folder.getFileName(), kilobytes(folder) / 1024.0));
            }
        }
    }

    /** What it takes on the disk, as {@code du} says: files of Kafka are longer than that. */
    private static long kilobytes(Path folder) throws IOException, InterruptedException {
        var du = new ProcessBuilder("du", "-sk", folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var size = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s", 2)[0];
        du.waitFor(); // fails when a file is deleted meanwhile, and has measured all others then
        return size.matches("\\d+") ? Long.parseLong(size) : 0;
    }
}
