package roster.contract.mail;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Language of e-mails. */
public enum Language implements Word {
    ENGLISH("en"),
    GERMAN("de");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47 tag, which is also that of {@code Content-Language}. */
    @Override
    public String value() {
        return tag;
    }

    /** @throws IllegalArgumentException for an unknown tag */
    @JsonCreator
    public static Language of(String tag) {
        return Word.read(Language.class, tag);
    }
}
