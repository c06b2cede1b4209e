package roster.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Version and commit of a build. */
public record Version(String number, String commit) {
    /** That of this program, which the build has written. */
    public static Version ofBuild() {
        var written = new Properties();
        try (var file = Objects.requireNonNull(Version.class.getResourceAsStream("/roster-version.properties"))) {
            written.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(written.getProperty("roster.version"), written.getProperty("roster.commit"));
    }

    @Override
    public String toString() {
        return number + " (" + commit + ")";
    }
}
