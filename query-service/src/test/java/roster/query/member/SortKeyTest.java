package roster.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {
    @Test
    void neither_case_nor_accents_count() {
        assertThat(SortKey.of("Édith CLARKE")).isEqualTo("edith clarke");
        assertThat(SortKey.of("E\u0301dith")).isEqualTo(SortKey.of("\u00c9DITH"));
        assertThat(SortKey.of("Straße")).isEqualTo(SortKey.of("STRASSE"));
    }

    @ParameterizedTest
    @CsvSource({"lukasz, Łukasz", "LUKASZ ZOLC, Łukasz Żółć", "orsted, Ørsted", "dorde, Đorđe", "thor, Þór", "aethelred, Æthelred",
            "oeuvre, Œuvre",
            "isik, Işık", "irem, İrem", "hamrun, Ħamrun", "σοφοσ, ΣΟΦΟΣ", "σοφοσ, σοφός", "o'brien, O\u2019Brien"})
    void letters_that_a_keyboard_lacks_are_found_by_those_that_it_has(String typed, String name) {
        assertThat(SortKey.of(name)).isEqualTo(SortKey.of(typed));
    }

    @Test
    void polish_l_sorts_with_l() {
        assertThat(Stream.of("Maria", "Łukasz", "Zoë", "Lydia", "Leon").sorted(Comparator.comparing(SortKey::of)))
                .containsExactly("Leon", "Łukasz", "Lydia", "Maria", "Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"москва", "\u5c71\u7530", "\u05e2\u05d3\u05d4", "αθηνα"})
    void other_scripts_stay_as_they_are(String name) {
        assertThat(SortKey.of(name)).isEqualTo(name);
    }
}
