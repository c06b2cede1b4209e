package roster.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.local.PerJvm;

/** Words that PostgreSQL finds by the pieces of a text. */
class PiecesTest {
    private static final UUID ACME = UUID.fromString("0198c0de-0000-7000-8000-00000000acce");
    private static final UUID GLOBEX = UUID.fromString("0198c0de-0000-7000-8000-0000000910be");
    private static SingleConnectionDataSource connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = new SingleConnectionDataSource(PerJvm.postgres().superuser("postgres"), true);
    }

    @AfterAll
    static void close() {
        connection.destroy();
    }

    private static boolean finds(UUID organization, String... words) {
        return JdbcClient.create(connection).sql("select ?::tsvector @@ ?::tsquery")
                .param(Pieces.of(ACME, "Łukasz O'Neill\\ :* 李 \uD83D\uDC18", "lukasz.4@acme.example"))
                .param(Pieces.query(organization, List.of(words))).query(Boolean.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l", "lu", "luk", "lukasz", "z", "sz", "asz", "o'neill\\", "'", "l\\", "\\", ":*", ":", "*", "李",
            "\uD83D\uDC18",
            "4@acme.e", ".", "e", "le", "@"})
    void every_part_of_a_word_is_found(String part) {
        assertThat(finds(ACME, part)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "ul", "lux", "lukaszo", "zo", "\\:", "acme.examples", "\uD83D\uDC19", "&", "|", "!"})
    void what_no_word_contains_is_not_found(String part) {
        assertThat(finds(ACME, part)).isFalse();
    }

    @Test
    void all_words_must_be_there_in_any_order_in_name_or_address() {
        assertThat(finds(ACME, "acme", "nei", "o")).isTrue();
        assertThat(finds(ACME, "acme", "nei", "q")).isFalse();
    }

    @Test
    void the_pieces_of_another_organization_are_others() {
        assertThat(Stream.of("l", "lu", "lukasz").filter(it -> finds(GLOBEX, it))).isEmpty();
    }
}
