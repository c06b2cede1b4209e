package roster.query.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of PostgreSQL, in which auto_explain writes plans. Other databases of the server are not explained. */
final class PlanLog {
    private static final JsonMapper JSON = new JsonMapper();
    /** A line of a message begins with a tab, except for the first one. */
    private static final Pattern PLAN = Pattern.compile("duration: [0-9.]+ ms  plan:\\n((?:\\t.*\\n)+)");

    private final Path file;
    private final long from;

    /** The plans from now on. */
    PlanLog(JdbcClient superuser) {
        this.file = Path.of(superuser.sql("show data_directory").query(String.class).single()).resolveSibling("postgres.log");
        try {
            this.from = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> plans() {
        try (var log = FileChannel.open(file).position(from)) {
            var text = new String(Channels.newInputStream(log).readAllBytes(), StandardCharsets.UTF_8);
            return PLAN.matcher(text).results().map(it -> JSON.readTree(it.group(1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
