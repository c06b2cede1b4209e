package roster.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import roster.query.problem.Rejected;

class CursorTest {
    private static final String CURSOR = Cursor.write("members of acme", List.of("grace hopper", "7"));

    @Test
    void a_cursor_leads_back_to_its_place() {
        assertThat(CURSOR).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read(CURSOR, "members of acme", 2)).containsExactly("grace hopper", "7");
    }

    @Test
    void no_other_question_accepts_it() {
        assertThatThrownBy(() -> Cursor.read(CURSOR, "members of umbrella", 2)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Cursor.read(CURSOR, "members of acme", 1)).isInstanceOf(Rejected.class);
    }

    @Test
    void nothing_else_is_a_cursor() {
        for (var rubbish : List.of("", "rubbish", "=", "é", CURSOR + "=", CURSOR.substring(1), "____")) {
            assertThatThrownBy(() -> Cursor.read(rubbish, "members of acme", 2)).as(rubbish).isInstanceOf(Rejected.class);
        }
    }
}
