package roster.notification.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import roster.contract.mail.Language;
import roster.contract.role.Role;

/** The sentences of e-mails in one language, from {@code words_en.properties} and similar files. A test compares the languages. */
record Words(Language language, ResourceBundle sentences, DateTimeFormatter moments) {
    private static final Words ENGLISH = read(Language.ENGLISH, Locale.US, "EEEE, d MMMM uuuu, HH:mm 'UTC'");
    private static final Words GERMAN = read(Language.GERMAN, Locale.GERMANY, "EEEE, d. MMMM uuuu, HH:mm 'Uhr UTC'");

    static Words in(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case GERMAN -> GERMAN;
        };
    }

    private static Words read(Language language, Locale locale, String moment) {
        var alone = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var sentences = ResourceBundle.getBundle("roster.notification.message.words", Locale.of(language.value()), alone);
        return new Words(language, sentences, DateTimeFormatter.ofPattern(moment, locale).withZone(ZoneOffset.UTC));
    }

    String orOpen() {
        return say("orOpen");
    }

    String sentByRoster() {
        return say("sentByRoster");
    }

    String say(String sentence, Object... about) {
        return sentences.getString(sentence).formatted(about);
    }

    /** The description of the role. The names of roles are the same in every language. */
    String mayDo(Role role) {
        return language == Language.ENGLISH ? role.description() : say("role." + role.value());
    }

    /** The time in UTC. */
    String moment(Instant moment) {
        return moments.format(moment);
    }
}
