package roster.notification.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the words of an e-mail as HTML, with all of them escaped, and as plain text. */
final class EmailTemplates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    EmailTemplates() {
        engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
        var resolver = new ClassLoaderTemplateResolver(EmailTemplates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.getResolvablePatternSpec().addPattern(names);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    String html(EmailText words) {
        return laidOut("email.html", words);
    }

    String text(EmailText words) {
        return laidOut("email.txt", words);
    }

    private String laidOut(String template, EmailText words) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("email", words);
        return engine.process(template, context);
    }
}
