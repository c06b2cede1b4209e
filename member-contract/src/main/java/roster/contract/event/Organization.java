package roster.contract.event;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An organization as it was called when the event was recorded.
 *
 * @param locale of its letters; null where nobody has said it, and in events from before there was another one than English
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
