package roster.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

class IfMatchTest {
    @Test
    void a_list_may_have_empty_elements_and_any_space_between_them() {
        assertThat(IfMatch.parse(",, \"1\",\t\"2\" , W/\"3\",")).contains(new IfMatch(Set.of(1L, 2L), false));
    }

    @Test
    void a_list_of_nothing_is_none() {
        assertThat(IfMatch.parse("")).isEmpty();
        assertThat(IfMatch.parse(" , ")).isEmpty();
    }

    @Test
    void a_long_list_is_read_once() {
        var many = "W/\"x\" ,".repeat(1_000);
        assertThat(IfMatch.parse(many)).contains(new IfMatch(Set.of(), true));
        assertThat(IfMatch.parse(many + "\"")).isEmpty();
    }
}
