package roster.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.contract.mail.Language;
import roster.contract.role.Role;

/** Checks that all languages are complete, with the same placeholders. */
class WordsTest {
    private static String file(Language language) throws IOException {
        try (var file = Objects.requireNonNull(WordsTest.class.getResourceAsStream("words_" + language.value() + ".properties"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SortedMap<String, String> sentences(Language language) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(file(language)));
        var sentences = new TreeMap<String, String>();
        properties.forEach((name, text) -> sentences.put(name.toString(), text.toString()));
        sentences.keySet().removeIf(it -> it.startsWith("role."));
        return sentences;
    }

    private static Object[] names(String sentence) {
        return IntStream.range(1, sentence.split("%s", -1).length).mapToObj(it -> "«" + it + "»").toArray();
    }

    @ParameterizedTest
    @EnumSource
    void every_sentence_is_there_once_and_names_what_it_is_given(Language language) throws Exception {
        assertThat(sentences(language).keySet()).isEqualTo(sentences(Language.ENGLISH).keySet());
        assertThat(file(language).lines().filter(it -> it.contains("=")).map(it -> it.substring(0, it.indexOf('='))))
                .doesNotHaveDuplicates();
        sentences(Language.ENGLISH).forEach((name, english) -> {
            var said = Words.in(language).say(name, names(english));
            assertThat(said).as(name).isNotBlank().doesNotContain("%");
            assertThat(names(english)).as(name).allMatch(it -> said.contains(it.toString()));
        });
    }

    @Test
    void no_sentence_was_left_in_english() throws Exception {
        var german = sentences(Language.GERMAN);

        sentences(Language.ENGLISH).forEach((name, english) -> assertThat(german).as(name).doesNotContainEntry(name, english));
        for (var role : Role.values()) {
            assertThat(Words.in(Language.ENGLISH).mayDo(role)).isEqualTo(role.description());
            assertThat(Words.in(Language.GERMAN).mayDo(role)).isNotBlank().isNotEqualTo(role.description());
        }
    }

    @Test
    void every_sentence_is_used() throws Exception {
        var users = new StringBuilder();
        for (var file : new String[]{"EmailText.java", "SenderName.java", "Words.java"}) {
            users.append(Files.readString(Path.of("src/main/java/roster/notification/message").resolve(file)));
        }

        assertThat(sentences(Language.ENGLISH).keySet()).allMatch(it -> users.toString().contains("say(\"" + it + "\""));
    }

    @Test
    void a_moment_is_told_in_utc() {
        var moment = Instant.parse("2031-03-02T23:05:00Z");

        assertThat(Words.in(Language.ENGLISH).moment(moment)).isEqualTo("Sunday, 2 March 2031, 23:05 UTC");
        assertThat(Words.in(Language.GERMAN).moment(moment)).isEqualTo("Sonntag, 2. März 2031, 23:05 Uhr UTC");
    }
}
