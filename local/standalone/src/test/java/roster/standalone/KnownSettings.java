package roster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import roster.standalone.settings.Service;

/** Settings that services read: the placeholders of their configuration. */
final class KnownSettings {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(ROSTER_[A-Z_]+)");
    private static final Pattern NO_DEFAULT = Pattern.compile("\\$\\{(ROSTER_[A-Z_]+):?}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKENS?|KEYS?|SECRET)");
    private static final Pattern MADE = Pattern.compile("\\b(ROSTER_[A-Z_]+|POSTGRES_PASSWORD)\\b");

    private KnownSettings() {}

    /** All. */
    static Set<String> of(Service service) throws IOException {
        var known = placeholders(service, PLACEHOLDER);
        if (service != Service.CONSOLE) {
            known.addAll(matches(PLACEHOLDER, ROOT.resolve("operation/src/main/resources/operation.yml")));
        }
        return known;
    }

    static Set<String> withoutDefault(Service service) throws IOException {
        return placeholders(service, NO_DEFAULT);
    }

    /** Those without a default that must not be readable. */
    static Set<String> secrets(Service service) throws IOException {
        var secrets = withoutDefault(service);
        secrets.removeIf(name -> !isSecret(name));
        return secrets;
    }

    static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    static Set<String> madeByMakeEnv() throws IOException {
        return matches(MADE, ROOT.resolve("deploy/make-env"));
    }

    private static Set<String> placeholders(Service service, Pattern pattern) throws IOException {
        return matches(pattern, ROOT.resolve(service.module()).resolve("src/main/resources/application.yml"));
    }

    private static Set<String> matches(Pattern pattern, Path file) throws IOException {
        return new TreeSet<>(pattern.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList());
    }
}
