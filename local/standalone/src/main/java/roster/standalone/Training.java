package roster.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import roster.local.disk.Folders;
import roster.local.process.AotCache;
import roster.local.process.Application;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.standalone.running.Terminal;
import roster.standalone.settings.Port;
import roster.standalone.settings.Service;
import roster.standalone.settings.StartFailure;

/** Runs Roster once with temporary data, so that each program writes its AOT cache, with which it starts faster. */
final class Training {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A cache has profiles of methods, but no compiled code: what the second compiler makes of them in this run would be lost. */
    private static final String WITHOUT_C2 = "-XX:TieredStopAtLevel=3";

    private final Path root;
    private final Path folder;
    private final Application launcher;

    Training(Path root) {
        this.root = root;
        this.folder = root.resolve("local/standalone/target/training");
        this.launcher = Application.built(root, "local/standalone").orElseThrow(() -> StartFailure.notBuilt("standalone"));
    }

    boolean isNeeded() {
        return !caches().allMatch(AotCache::isFresh);
    }

    /** A failed run is not repeated for this build: Roster starts without caches as well, only slower. */
    void run(Terminal terminal) {
        terminal.say("Preparing quick starts; this takes a minute, once for each build");
        try {
            startAndStop();
            Folders.delete(folder);
        } catch (IllegalStateException e) {
            terminal.say("Roster will start without its AOT caches: " + e.getMessage());
        } finally {
            caches().forEach(AotCache::finish);
        }
    }

    private void startAndStop() {
        Folders.delete(folder);
        try (var roster = ChildProcess.start(folder, "training",
                launcher.training(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "-Droster.root=" + root)),
                environment())) {
            roster.awaitReady(PATIENCE, () -> roster.lastWords().contains(Announcement.LAST_LINE));
            roster.stop(PATIENCE);
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(Map.of("ROSTER_DATA", folder.toString(), "JAVA_TOOL_OPTIONS", WITHOUT_C2));
        Arrays.stream(Port.values()).forEach(port -> environment.put(port.setting(), String.valueOf(Ports.freeOr(0))));
        return environment;
    }

    private Stream<AotCache> caches() {
        return Stream.concat(Stream.of(launcher, Standalone.kafkaProgram(root)),
                Arrays.stream(Service.values()).map(service -> service.application(root))).map(Application::cache);
    }
}
