package roster.query.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void neither_case_nor_accents_count() {
        assertThat(SortKey.of("Édith CLARKE")).isEqualTo("edith clarke");
        assertThat(SortKey.of("E\u0301dith")).isEqualTo(SortKey.of("\u00c9DITH"));
        assertThat(SortKey.of("Straße")).isEqualTo(SortKey.of("STRASSE"));
    }

    @Test
    void what_like_would_understand_is_taken_literally() {
        assertThat(SearchText.of("50%_\\").pattern()).isEqualTo("%50\\%\\_\\\\%");
    }
}
