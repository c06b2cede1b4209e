package roster.notification.letter;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the words of an e-mail as HTML, with all of them escaped, and as plain text. */
final class LetterTemplates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterTemplates() {
        engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
        var resolver = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.getResolvablePatternSpec().addPattern(names);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    String html(LetterWords words) {
        return laidOut("letter.html", words);
    }

    String text(LetterWords words) {
        return laidOut("letter.txt", words);
    }

    private String laidOut(String template, LetterWords words) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("letter", words);
        return engine.process(template, context);
    }
}
