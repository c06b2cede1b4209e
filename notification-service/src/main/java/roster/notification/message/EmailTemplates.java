package roster.notification.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Renders the text of an e-mail as HTML, with all of it escaped, and as plain text. */
final class EmailTemplates {
    private final Template html = template("email.html", Mustache.compiler().withEscaper(
            Escapers.simple(new String[][]{{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}})));
    private final Template text = template("email.txt", Mustache.compiler().escapeHTML(false));

    private static Template template(String name, Mustache.Compiler compiler) {
        try (var file = Objects.requireNonNull(EmailTemplates.class.getResourceAsStream("/templates/" + name), name)) {
            return compiler.compile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html(EmailText email) {
        return html.execute(email);
    }

    String text(EmailText email) {
        return text.execute(email);
    }
}
