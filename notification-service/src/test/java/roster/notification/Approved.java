package roster.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with an approved file. {@code -Dapprove=true} writes the file anew, to be reviewed. */
public final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/approved");

    private Approved() {}

    public static void assertApproved(String name, String actual) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
