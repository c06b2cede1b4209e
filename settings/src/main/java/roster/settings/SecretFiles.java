package roster.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads secrets from files: the setting {@code ROSTER_…_FILE} names the file that contains the value of {@code ROSTER_…}, as is usual for
 * containers. Line breaks at the end of a file do not count.
 */
public final class SecretFiles {
    /** All settings that are secrets. */
    public static final List<String> SECRETS = List.of("ROSTER_DATABASE_PASSWORD", "ROSTER_OWNER_PASSWORD", "ROSTER_OPERATOR_TOKEN",
            "ROSTER_OPERATOR_TOKENS", "ROSTER_NOTIFICATION_TOKEN", "ROSTER_MASTER_KEYS", "ROSTER_LOG_KEYS", "ROSTER_INVITATION_KEYS",
            "ROSTER_CONSOLE_KEY", "ROSTER_GOOGLE_CLIENT_SECRET", "ROSTER_GITHUB_CLIENT_SECRET", "ROSTER_SMTP_PASSWORD");
    private static final String FILE = "_FILE";
    private static final Pattern LINE_BREAKS_AT_THE_END = Pattern.compile("\\R+\\z");

    private SecretFiles() {}

    /**
     * The secrets that are in files, by setting. Messages of failures name the setting and the file, and never quote the value.
     *
     * @param settings value of a setting; null or empty when it is not set
     * @throws UnusableSecret when a file cannot be read or is empty, or when a secret is given twice
     */
    public static Map<String, String> read(Function<String, @Nullable String> settings) {
        var secrets = new HashMap<String, String>();
        for (var secret : SECRETS) {
            given(settings, secret + FILE).ifPresent(file -> {
                if (given(settings, secret).isPresent()) {
                    throw new UnusableSecret("both " + secret + " and " + secret + FILE + " are set; one of them is right");
                }
                secrets.put(secret, content(secret + FILE, file));
            });
        }
        return Map.copyOf(secrets);
    }

    private static Optional<String> given(Function<String, @Nullable String> settings, String name) {
        return Optional.ofNullable(settings.apply(name)).filter(it -> !it.isEmpty());
    }

    private static String content(String setting, String file) {
        var secret = LINE_BREAKS_AT_THE_END.matcher(text(setting, file)).replaceFirst("");
        if (secret.isEmpty()) {
            throw new UnusableSecret(setting + ": the file " + file + " is empty");
        }
        return secret;
    }

    private static String text(String setting, String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            // of the failure only the kind: the message of a wrong encoding could be about the content
            throw new UnusableSecret(setting + ": the file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
