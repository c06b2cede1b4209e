package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.mail.Language;

/**
 * An organization with its slug and name at the time of the event.
 *
 * @param locale language of its e-mails; null for the default (English), and in events from before there was another one
 */
public record Organization(UUID id, String slug, String name, @Nullable Language locale) {
    public Organization(UUID id, String slug, String name) {
        this(id, slug, name, null);
    }

    public Organization speaking(Language language) {
        return new Organization(id, slug, name, language);
    }

    public Language language() {
        return locale == null ? Language.ENGLISH : locale;
    }
}
