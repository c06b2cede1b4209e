package roster.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import roster.local.PerJvm;

class ColumnsTest {
    private static final Columns<Thing> COLUMNS = new Columns<>();
    private static final Column<Thing, UUID> ID = COLUMNS.add("id", SqlType.UUID, Thing::id);
    private static final NullableColumn<Thing, String> NAME = COLUMNS.addNullable("name", SqlType.TEXT, Thing::name);
    private static final Column<Thing, String> KEY = COLUMNS.add("key", SqlType.BYTEWISE_TEXT, Thing::key);
    private static final NullableColumn<Thing, Integer> SMALL = COLUMNS.addNullable("small", SqlType.INTEGER, Thing::small);
    private static final Column<Thing, Long> LARGE = COLUMNS.add("large", SqlType.BIGINT, Thing::large);
    private static final NullableColumn<Thing, Boolean> TRUE = COLUMNS.addNullable("is_true", SqlType.BOOLEAN, Thing::isTrue);
    private static final NullableColumn<Thing, Instant> AT = COLUMNS.addNullable("at", SqlType.TIMESTAMPTZ, Thing::at);
    private static final NullableColumn<Thing, String> JSON = COLUMNS.addNullable("json", SqlType.JSONB, Thing::json);
    private static final NullableColumn<Thing, List<String>> TAGS = COLUMNS.addNullable("tags", SqlType.TEXT_ARRAY, Thing::tags);
    private static final Column<Thing, TimeUnit> UNIT = COLUMNS.add("unit",
            SqlType.TEXT.as(it -> TimeUnit.valueOf(it.toUpperCase(Locale.ROOT)), it -> it.name().toLowerCase(Locale.ROOT)), Thing::unit);

    private static final List<Thing> THINGS = List.of(
            new Thing(UUID.randomUUID(), "O'Hara\t\\N\r\n\"{,}", "", 7, Long.MIN_VALUE, true, Instant.parse("2031-05-05T10:00:00.123456Z"),
                    "{\"a\": null}", List.of("one", "a,\"b\"\\{}", ""), TimeUnit.DAYS),
            new Thing(UUID.randomUUID(), null, "İ", null, 0, null, null, null, null, TimeUnit.SECONDS),
            new Thing(UUID.randomUUID(), "", "b", -1, 1, false, Instant.EPOCH, "[]", List.of(), TimeUnit.HOURS));

    private record Thing(UUID id, @Nullable String name, String key, @Nullable Integer small, long large, @Nullable Boolean isTrue,
            @Nullable Instant at, @Nullable String json, @Nullable List<String> tags, TimeUnit unit) {
        static Thing read(ResultSet row) throws SQLException {
            return new Thing(ID.of(row), NAME.of(row), KEY.of(row), SMALL.of(row), LARGE.of(row), TRUE.of(row), AT.of(row), JSON.of(row),
                    TAGS.of(row), UNIT.of(row));
        }
    }

    private Connection connection;

    @BeforeEach
    void createTable() throws SQLException {
        connection = PerJvm.postgres().superuser("postgres");
        var definitions = COLUMNS.inOrder().stream().map(it -> it.name() + " " + it.type().name()).toList();
        execute("create temporary table thing (" + String.join(", ", definitions) + ")");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void rows_are_read_as_they_were_written_by_a_statement() throws SQLException {
        try (var insert = connection.prepareStatement("insert into thing (" + COLUMNS.names() + ") " + COLUMNS.selectUnnest("new"))) {
            var arrays = COLUMNS.arrays(THINGS);
            for (int i = 0; i < arrays.size(); i++) {
                insert.setObject(i + 1, arrays.get(i));
            }
            assertThat(insert.executeUpdate()).isEqualTo(3);
        }

        assertThat(stored()).containsExactlyElementsOf(THINGS);
    }

    @Test
    void rows_are_read_as_they_were_copied() throws Exception {
        var text = new StringBuilder();
        THINGS.forEach(it -> COLUMNS.copy(it, text));
        connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy thing (" + COLUMNS.names() + ") from stdin", new StringReader(text.toString()));

        assertThat(stored()).containsExactlyElementsOf(THINGS);
    }

    @Test
    void a_missing_value_is_named_where_every_row_has_one() throws SQLException {
        execute("insert into thing (id) values (gen_random_uuid())");

        assertThatThrownBy(this::stored).isInstanceOf(NullPointerException.class).hasMessage("key");
    }

    @Test
    void columns_can_be_added_to_others_without_changing_them() {
        var more = new Columns<>(COLUMNS);
        more.add("more", SqlType.TEXT, Thing::key);

        assertThat(more.names()).isEqualTo(COLUMNS.names() + ", more");
        assertThat(Arrays.asList(COLUMNS.names().split(", ", -1))).hasSize(10).doesNotContain("more");
    }

    private List<Thing> stored() throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select * from thing")) {
            var things = new ArrayList<Thing>();
            while (rows.next()) {
                things.add(Thing.read(rows));
            }
            return things;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
