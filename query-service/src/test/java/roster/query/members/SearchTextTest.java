package roster.query.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void what_like_would_understand_is_taken_literally() {
        assertThat(SearchText.of("50%_\\").patterns()).containsExactly("%50\\%\\_\\\\%");
    }

    @Test
    void a_text_to_search_for_is_its_words_whatever_their_order_and_the_space_between_them() {
        assertThat(SearchText.of(" Hopper\u00a0\u2003GRACE  hopper ")).isEqualTo(SearchText.of("grace hopper"));
        assertThat(SearchText.of(" ").patterns()).isEmpty();
    }
}
