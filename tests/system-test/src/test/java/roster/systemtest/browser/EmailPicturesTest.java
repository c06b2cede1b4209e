package roster.systemtest.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import roster.local.Effort;

/**
 * Screenshots of the approved e-mails of notification-service, which load no external content: in every build of the German ones, which have
 * the longer words, in the nightly build of all.
 */
@ResourceLock(Chromium.NAME)
@Order(3)
class EmailPicturesTest {
    private static final Path EMAILS = Path.of(System.getProperty("roster.root", ".."),
            "notification-service/src/test/resources/approved");

    static Stream<Path> emails() throws IOException {
        try (var files = Files.walk(EMAILS.resolve(Effort.NIGHTLY ? "" : "de"))) {
            return files.filter(it -> it.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("emails")
    void an_email_is_legible_in_either_theme_at_any_width(Path email) throws IOException {
        var asked = new ArrayList<String>();
        try (var context = Chromium.browser().newContext(); var page = context.newPage()) {
            page.onRequest(it -> asked.add(it.url()));
            page.setContent(Files.readString(email));
            var name = EMAILS.relativize(email).toString().replace(".html", "").replace('/', '-');
            Screens.keep(page, "e-mail-" + name);
        }
        assertThat(asked).isEmpty();
    }
}
