package roster.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.contract.event.Language;
import roster.contract.role.Role;

/** Both languages are complete, and say the same things about the same people. */
class WordsTest {
    private static List<Method> sentences() {
        return Arrays.stream(Words.class.getDeclaredMethods()).filter(it -> Modifier.isAbstract(it.getModifiers()))
                .filter(it -> it.getReturnType() == String.class).toList();
    }

    @ParameterizedTest
    @EnumSource
    void every_sentence_is_there_and_names_what_it_is_given(Language language) throws Exception {
        assertThat(Words.in(language).language()).isEqualTo(language);
        for (var sentence : sentences()) {
            for (var role : Role.values()) {
                var arguments = arguments(sentence, role);
                var text = (String) sentence.invoke(Words.in(language), arguments);
                assertThat(text).as(sentence.getName()).isNotBlank().doesNotContain("%");
                assertThat(Stream.of(arguments).filter(String.class::isInstance)).as(sentence.getName())
                        .allMatch(it -> text.contains((String) it));
            }
        }
    }

    @Test
    void no_sentence_was_left_in_english() throws Exception {
        for (var sentence : sentences()) {
            for (var role : Role.values()) {
                var arguments = arguments(sentence, role);
                assertThat(sentence.invoke(new GermanWords(), arguments)).as(sentence.getName())
                        .isNotEqualTo(sentence.invoke(new EnglishWords(), arguments));
            }
        }
    }

    @Test
    void a_moment_is_told_in_utc() {
        var moment = Instant.parse("2031-03-02T23:05:00Z");

        assertThat(new EnglishWords().moment(moment)).isEqualTo("Sunday, 2 March 2031, 23:05 UTC");
        assertThat(new GermanWords().moment(moment)).isEqualTo("Sonntag, 2. März 2031, 23:05 Uhr UTC");
    }

    private static Object[] arguments(Method sentence, Role role) {
        var types = sentence.getParameterTypes();
        var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == Role.class ? role : types[i] == Instant.class ? Instant.EPOCH : "«" + i + "»";
        }
        return arguments;
    }
}
