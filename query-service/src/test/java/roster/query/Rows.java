package roster.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

import roster.local.postgres.Database;

/** Rows of tables in a comparable form. */
public final class Rows {
    public static final List<String> TABLES = List.of("member", "member_past", "event", "role_count", "api_token", "member_text");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Pattern ARRAY = Pattern.compile("\\{[^\"]+}");
    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    static List<Map<String, String>> in(Database database, int generation, String table) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_query", database.passwords().query()));
        return sorted(jdbc.sql("select to_jsonb(row) - 'name_key' - 'email_key' - 'pieces' from views_" + generation + "." + table + " row")
                .query(String.class).list().stream().map(Rows::json));
    }

    public static List<Map<String, String>> sorted(Stream<? extends Map<String, ?>> rows) {
        return rows.map(Rows::of).sorted(Comparator.comparing(Object::toString)).toList();
    }

    /** A row in the form of which {@link #sorted} makes lists. */
    public static Map<String, String> of(Map<String, ?> row) {
        var texts = new TreeMap<String, String>();
        row.forEach((column, value) -> texts.put(column, text(value)));
        return texts;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> of(json(JSON.writeValueAsString(map))).toString();
            case Instant instant -> instant.toString();
            case String array when ARRAY.matcher(array).matches() -> array.replace("{", "[").replace(",", ", ").replace("}", "]");
            case String json when json.startsWith("{") -> of(json(json)).toString();
            case String instant when INSTANT.matcher(instant).matches() -> OffsetDateTime.parse(instant).toInstant().toString();
            default -> value.toString();
        };
    }

    @SuppressWarnings("unchecked")
    public static Map<String, ?> json(String text) {
        return JSON.readValue(text, TreeMap.class);
    }
}
