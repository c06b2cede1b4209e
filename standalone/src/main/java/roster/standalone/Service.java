package roster.standalone;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import roster.standalone.settings.CannotStart;
import roster.standalone.settings.Port;
import roster.standalone.settings.Secrets;
import roster.standalone.settings.Settings;

/** Our services, and what each of them is told. */
enum Service {
    COMMAND("command-service", "256m", Port.COMMAND_MANAGEMENT, Port.COMMAND) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            return Map.of("ROSTER_DATABASE_PASSWORD", secrets.passwords().command(), "ROSTER_OPERATOR_TOKEN", secrets.operatorToken(),
                    "ROSTER_KAFKA", kafka(settings), "ROSTER_INVITATION_KEYS", secrets.invitationKeys());
        }
    },
    QUERY("query-service", "256m", Port.QUERY_MANAGEMENT, Port.QUERY) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            return Map.of("ROSTER_DATABASE_PASSWORD", secrets.passwords().query(), "ROSTER_OPERATOR_TOKEN", secrets.operatorToken());
        }
    },
    NOTIFICATION("notification-service", "192m", Port.NOTIFICATION_MANAGEMENT) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            return Map.of("ROSTER_DATABASE_PASSWORD", secrets.passwords().notification(), "ROSTER_KAFKA", kafka(settings),
                    "ROSTER_INVITATION_KEYS", secrets.invitationKeys(), "ROSTER_SMTP_HOST", "127.0.0.1",
                    "ROSTER_SMTP_PORT", String.valueOf(settings.port(Port.SMTP)));
        }
    };

    private final String module;
    private final String heap;
    private final Port management;
    private final List<Port> api;

    Service(String module, String heap, Port management, Port... api) {
        this.module = module;
        this.heap = heap;
        this.management = management;
        this.api = List.of(api);
    }

    String module() {
        return module;
    }

    String heap() {
        return heap;
    }

    /** Where it says how it is. */
    Port management() {
        return management;
    }

    /** Everywhere it listens. */
    Stream<Port> ports() {
        return Stream.concat(Stream.of(management), api.stream());
    }

    abstract Map<String, String> particulars(Settings settings, Secrets secrets);

    Map<String, String> environment(Settings settings, Secrets secrets) {
        var environment = new HashMap<>(particulars(settings, secrets));
        environment.put("ROSTER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + settings.port(Port.POSTGRES) + "/roster");
        environment.put("ROSTER_OWNER_PASSWORD", secrets.passwords().owner());
        environment.put("ROSTER_ADDRESS", "127.0.0.1");
        environment.put("ROSTER_MANAGEMENT_PORT", String.valueOf(settings.port(management)));
        api.forEach(port -> {
            environment.put("SERVER_PORT", String.valueOf(settings.port(port)));
            environment.put("ROSTER_DOCS", "true");
        });
        environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        return environment;
    }

    private static String kafka(Settings settings) {
        return "127.0.0.1:" + settings.port(Port.KAFKA);
    }

    /** The newest jar that the build has made. */
    Path jar(Path root) {
        var jars = root.resolve(module).resolve("target").toFile()
                .listFiles((_, name) -> name.startsWith(module) && name.endsWith("-exec.jar"));
        return Stream.ofNullable(jars).flatMap(Stream::of).max(Comparator.comparingLong(File::lastModified)).map(File::toPath)
                .orElseThrow(() -> new CannotStart(module + " is not built; 'mvn package' does it, and so does './roster up'"));
    }
}
