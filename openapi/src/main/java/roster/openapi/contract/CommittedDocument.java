package roster.openapi.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a document, which is what ships, and what callers are told to rely on. */
public record CommittedDocument(String service) {
    private static final String WRITE = "roster.openapi.write";

    /**
     * Does nothing but write the file when the build has been asked to.
     *
     * @throws AssertionError unless it is what the controllers say
     */
    public void requireToBe(String written) {
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(file().getParent());
                Files.writeString(file(), written);
            } else if (!Files.exists(file()) || !Files.readString(file()).equals(written)) {
                throw new AssertionError(file().getFileName() + " is not what the controllers say; look at what has changed after\n"
                        + "  mvn test -pl " + service + " -am -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE
                        + "=true");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return Path.of("../docs/openapi").resolve(service + ".json");
    }
}
