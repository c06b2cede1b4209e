package roster.standalone.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;
import roster.local.process.Application;

/** The services, and the environment variables of each. */
public enum Service {
    CONSOLE("console", light("192m"), Port.CONSOLE_MANAGEMENT, Port.CONSOLE) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            var told = new HashMap<>(signIn(settings));
            told.putAll(Map.of("ROSTER_CONSOLE_URL", at(settings, Port.CONSOLE), "ROSTER_CONSOLE_KEY", secrets.consoleKey(),
                    "ROSTER_COMMAND_SERVICE", at(settings, Port.COMMAND), "ROSTER_QUERY_SERVICE", at(settings, Port.QUERY)));
            return told;
        }
    },
    COMMAND("command-service", busy("256m"), Port.COMMAND_MANAGEMENT, Port.COMMAND) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            var told = new HashMap<>(database(settings, secrets.passwords().command()));
            told.putAll(api(settings, secrets));
            told.putAll(kafka(settings));
            told.putAll(Map.of("ROSTER_INVITATION_KEYS", secrets.invitationKeys(), "ROSTER_QUERY_URL", at(settings, Port.QUERY),
                    "ROSTER_MASTER_KEYS", secrets.masterKeys(), "ROSTER_NOTIFICATION_TOKEN", secrets.notificationToken()));
            return told;
        }
    },
    QUERY("query-service", busy("256m"), Port.QUERY_MANAGEMENT, Port.QUERY) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            var told = new HashMap<>(database(settings, secrets.passwords().query()));
            told.putAll(api(settings, secrets));
            told.putAll(Map.of("ROSTER_MASTER_KEYS", secrets.masterKeys(), "ROSTER_QUERY_URL", at(settings, Port.QUERY),
                    "ROSTER_LOG_KEYS", secrets.logKeys(), "ROSTER_LOG_FOLDER", settings.data().resolve("checkpoints").toString()));
            return told;
        }
    },
    NOTIFICATION("notification-service", light("192m"), Port.NOTIFICATION_MANAGEMENT) {
        @Override
        Map<String, String> particulars(Settings settings, Secrets secrets) {
            var told = new HashMap<>(database(settings, secrets.passwords().notification()));
            told.putAll(kafka(settings));
            told.putAll(Map.of("ROSTER_INVITATION_KEYS", secrets.invitationKeys(),
                    "ROSTER_COMMAND_SERVICE", at(settings, Port.COMMAND), "ROSTER_NOTIFICATION_TOKEN", secrets.notificationToken(),
                    "ROSTER_CONSOLE_URL", at(settings, Port.CONSOLE), "ROSTER_SMTP_HOST", "127.0.0.1",
                    "ROSTER_SMTP_PORT", String.valueOf(settings.port(Port.SMTP))));
            return told;
        }
    };

    private static final String ISSUER = "ROSTER_ACCESS_ISSUERS_0_";

    private final String module;
    private final List<String> flags;
    private final Port management;
    private final List<Port> api;

    Service(String module, List<String> flags, Port management, Port... api) {
        this.module = module;
        this.flags = flags;
        this.management = management;
        this.api = List.of(api);
    }

    public String module() {
        return module;
    }

    private static List<String> busy(String heap) {
        return List.of("-Xms48m", "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
    }

    /** Flags without the C2 compiler, which causes half of the CPU load of a start and pays off only under load. */
    private static List<String> light(String heap) {
        return Stream.concat(busy(heap).stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();
    }

    /** Port of its health endpoint. */
    public Port management() {
        return management;
    }

    /** All ports that it listens on. */
    public Stream<Port> ports() {
        return Stream.concat(Stream.of(management), api.stream());
    }

    abstract Map<String, String> particulars(Settings settings, Secrets secrets);

    public Map<String, String> environment(Settings settings, Secrets secrets) {
        var environment = new HashMap<>(particulars(settings, secrets));
        environment.put("ROSTER_ADDRESS", "127.0.0.1");
        environment.put("ROSTER_MANAGEMENT_PORT", String.valueOf(settings.port(management)));
        api.forEach(port -> environment.put("SERVER_PORT", String.valueOf(settings.port(port))));
        environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        return environment;
    }

    public static String databaseUrl(Settings settings) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port(Port.POSTGRES) + "/roster";
    }

    private static Map<String, String> database(Settings settings, String password) {
        return Map.of("ROSTER_DATABASE_URL", databaseUrl(settings), "ROSTER_DATABASE_PASSWORD", password);
    }

    /** Environment variables of a service with an API, which programs and the console call. */
    private static Map<String, String> api(Settings settings, Secrets secrets) {
        var console = at(settings, Port.CONSOLE);
        return Map.of("ROSTER_DOCS", "true", "ROSTER_OPERATOR_TOKEN", secrets.operatorToken(), ISSUER + "NAME", "console",
                ISSUER + "ISSUER", console, ISSUER + "JWKSURI", console + "/.well-known/jwks.json", ISSUER + "AUDIENCE", "roster",
                ISSUER + "ASSERTSEMAIL", "true", ISSUER + "VOUCHESFOR", "google,github");
    }

    private static Map<String, String> signIn(Settings settings) {
        var google = ImitatedProvider.GOOGLE.address(settings.port(Port.IDENTITY)).toString();
        var github = ImitatedProvider.GITHUB.address(settings.port(Port.IDENTITY)).toString();
        var client = StandInProviders.CLIENT;
        return Map.of("ROSTER_GOOGLE_CLIENT_ID", client.id(), "ROSTER_GOOGLE_CLIENT_SECRET", client.secret(),
                "ROSTER_GOOGLE_ISSUER", google, "ROSTER_GITHUB_CLIENT_ID", client.id(), "ROSTER_GITHUB_CLIENT_SECRET", client.secret(),
                "ROSTER_GITHUB_URL", github, "ROSTER_GITHUB_API_URL", github);
    }

    private static String at(Settings settings, Port port) {
        return "http://127.0.0.1:" + settings.port(port);
    }

    private static Map<String, String> kafka(Settings settings) {
        return Map.of("ROSTER_KAFKA", "127.0.0.1:" + settings.port(Port.KAFKA), "ROSTER_KAFKA_REPLICATION", "1", "ROSTER_KAFKA_MIN_IN_SYNC",
                "1");
    }

    /** The command that runs it. */
    public List<String> command(Path root) {
        return application(root).command(flags);
    }

    public Application application(Path root) {
        return Application.built(root, module)
                .orElseThrow(() -> StartFailure.notBuilt(module));
    }
}
