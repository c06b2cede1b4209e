package roster.migrate;

import java.io.PrintStream;
import java.util.Map;

/** Program that migrates the database and ends. Reads {@code ROSTER_DATABASE_URL} and {@code ROSTER_OWNER_PASSWORD} from its environment. */
public final class Migrate {
    private static final String LOCAL = "jdbc:postgresql://127.0.0.1:15432/roster";

    private Migrate() {}

    public static void main(String[] arguments) {
        // The program has no logging library, and says by itself what it did.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(System.getenv(), System.err));
    }

    /** @return exit code */
    static int run(Map<String, String> environment, PrintStream errors) {
        var password = environment.getOrDefault("ROSTER_OWNER_PASSWORD", "");
        if (password.isEmpty()) {
            errors.println("migrate: ROSTER_OWNER_PASSWORD is not set");
            return 2;
        }
        try {
            Migrations.all(Login.owner(environment.getOrDefault("ROSTER_DATABASE_URL", LOCAL), password)).run();
            errors.println("migrate: all schemas are of this version");
            return 0;
        } catch (UnusableDatabase e) {
            errors.println("migrate: " + e.getMessage());
            return 1;
        }
    }
}
