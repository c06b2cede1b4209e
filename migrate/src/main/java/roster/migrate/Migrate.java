package roster.migrate;

import java.io.PrintStream;
import java.util.Map;

import roster.settings.SecretFiles;
import roster.settings.UnusableSecret;

/** Program that migrates the database and ends. Reads {@code ROSTER_DATABASE_URL} and {@code ROSTER_OWNER_PASSWORD}, or
 * {@code ROSTER_OWNER_PASSWORD_FILE}, from its environment. */
public final class Migrate {
    private static final String LOCAL = "jdbc:postgresql://127.0.0.1:15432/roster";
    private static final String OWNER_PASSWORD = "ROSTER_OWNER_PASSWORD";

    private Migrate() {}

    public static void main(String[] arguments) {
        // The program has no logging library, and says by itself what it did.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(System.getenv(), System.err));
    }

    /** @return exit code */
    static int run(Map<String, String> environment, PrintStream errors) {
        try {
            var password = password(environment);
            if (password.isEmpty()) {
                errors.println("migrate: " + OWNER_PASSWORD + " is not set");
                return 2;
            }
            Migrations.all(Login.owner(environment.getOrDefault("ROSTER_DATABASE_URL", LOCAL), password)).run();
            errors.println("migrate: all schemas are of this version");
            return 0;
        } catch (UnusableSecret e) {
            errors.println("migrate: " + e.getMessage());
            return 2;
        } catch (UnusableDatabase e) {
            errors.println("migrate: " + e.getMessage());
            return 1;
        }
    }

    private static String password(Map<String, String> environment) {
        return SecretFiles.read(environment::get).getOrDefault(OWNER_PASSWORD, environment.getOrDefault(OWNER_PASSWORD, ""));
    }
}
