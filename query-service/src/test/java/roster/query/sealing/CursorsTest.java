package roster.query.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import roster.eventstore.sealing.MasterKeys;
import roster.query.http.Cursors;
import roster.query.problem.QueryRejected;

class CursorsTest {
    private static final String OLD = "a:gJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=";
    private static final Cursors CURSORS = cursors("b:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=," + OLD);
    private static final String CURSOR = CURSORS.write("members of acme", List.of("grace hopper", "7"));

    private static Cursors cursors(String masterKeys) {
        return new Cursors(new CursorKeys(MasterKeys.of(masterKeys)));
    }

    @Test
    void a_cursor_leads_back_to_its_place() {
        assertThat(CURSOR).matches("[A-Za-z0-9_-]+");
        assertThat(CURSORS.read(CURSOR, "members of acme", 2)).containsExactly("grace hopper", "7");
    }

    @Test
    void no_other_question_accepts_it() {
        assertThatThrownBy(() -> CURSORS.read(CURSOR, "members of umbrella", 2)).isInstanceOf(QueryRejected.class);
        assertThatThrownBy(() -> CURSORS.read(CURSOR, "members of acme", 1)).isInstanceOf(QueryRejected.class);
    }

    @Test
    void nothing_else_is_a_cursor() {
        for (var rubbish : List.of("", "rubbish", "=", "é", CURSOR + "A", CURSOR.substring(1), "____")) {
            assertThatThrownBy(() -> CURSORS.read(rubbish, "members of acme", 2)).as(rubbish).isInstanceOf(QueryRejected.class);
        }
    }

    @Test
    void a_cursor_outlives_a_change_of_master_keys() {
        var before = cursors(OLD);

        assertThat(CURSORS.read(before.write("members of acme", List.of("ada")), "members of acme", 1)).containsExactly("ada");
        assertThatThrownBy(() -> before.read(CURSOR, "members of acme", 2)).isInstanceOf(QueryRejected.class);
    }
}
