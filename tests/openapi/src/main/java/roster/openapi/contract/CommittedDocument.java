package roster.openapi.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed file of a document, which is shipped and is the contract with callers. */
public record CommittedDocument(String service) {
    private static final String WRITE = "roster.openapi.write";

    /**
     * Compares the document with the file, or writes the file when the system property is set.
     *
     * @throws AssertionError when they differ
     */
    public void requireToBe(String written) {
        try {
            if (Boolean.getBoolean(WRITE)) {
                Files.createDirectories(file().getParent());
                Files.writeString(file(), written);
            } else if (!Files.exists(file()) || !Files.readString(file()).equals(written)) {
                throw new AssertionError(file().getFileName() + " differs from the controllers; review the change after\n"
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
