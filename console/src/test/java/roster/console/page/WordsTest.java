package roster.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private final PageWords words = new PageWords();

    @ParameterizedTest
    @CsvSource({"Ada Lovelace, AL", "grace, G", "Jean-Luc  van den Berg, JB", "<img src=x>, IS", "'\"''> (2)', 2", "Édith Piaf, ÉP",
            "'\ud83d\ude80 \ud83d\ude80', '\ud83d\ude80'", "'  ', ''"})
    void initials_are_the_first_letters_of_the_first_and_the_last_word(String name, String initials) {
        assertThat(words.initials(name)).isEqualTo(initials);
    }

    @Test
    void everybody_keeps_their_colour() {
        var id = UUID.randomUUID();

        assertThat(words.tone(id)).isEqualTo(words.tone(UUID.fromString(id.toString()))).matches("tone-[0-5]");
        assertThat(words.tone(null)).isEqualTo("tone-0");
    }

    @ParameterizedTest
    @CsvSource({"2031-05-18T00:00:00Z, 17 May 2031", "2031-05-18T00:00:01Z, 18 May 2031", "2031-01-01T00:00:00Z, 31 Dec 2030"})
    void the_last_day_is_the_one_before_an_end_at_midnight(Instant end, String day) {
        assertThat(words.lastDay(end)).isEqualTo(day);
    }
}
