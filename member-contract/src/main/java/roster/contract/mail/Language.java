package roster.contract.mail;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Language of e-mails. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47 tag, as in JSON, in the databases and in {@code Content-Language}. */
    @JsonValue
    public String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException for an unknown tag */
    @JsonCreator
    public static Language of(String tag) {
        for (var language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("a locale is en or de");
    }
}
