package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A language that letters can be written in. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag of BCP 47, as in JSON, in the databases and in {@code Content-Language}. */
    @JsonValue
    public String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException for anything but the tag of a language */
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
