package roster.systemtest.trial.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import roster.systemtest.running.Await;
import roster.systemtest.running.Http;
import roster.systemtest.running.KafkaRecords.Fact;
import roster.systemtest.running.Tables;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.ServiceKind;
import roster.systemtest.trial.driver.Company;

/** What is there once things are quiet: in the store, on Kafka, in the feed, in views, tables and logs. */
record Observed(DoubledRoster roster, Http queries) {
    /** Names and addresses that clients have made up. */
    private static final Pattern TRACE = Pattern.compile("(?:Person|Name|person|address)-client-\\d+-\\d+-\\d+z(?:@trial\\.example)?");

    static Observed of(DoubledRoster roster) {
        return new Observed(roster, roster.operator(roster.instances(ServiceKind.QUERY_SERVICE).getFirst()));
    }

    /** Waits until no e-mail is to be sent or reported, the queue forgets who was erased, and views and Kafka have all events of the store. */
    void awaitQuiet() {
        Await.until(() -> count("select count(*) from notification.letter where status in ('due', 'sending')"
                + " or occasion = 'invited' and status in ('sent', 'failed') and reported is distinct from status") == 0
                && count("select count(*) from event_store.event where event_type = 'member.erased'"
                        + " and aggregate_id not in (select member_id from notification.erased)") == 0
                && lastPosition() == queries.get("/operator/events?order=newest&limit=1").body().at("/data/0/position").asLong(-1)
                && allAreOnKafka());
    }

    private boolean allAreOnKafka() throws SQLException {
        return new HashSet<>(kafka().stream().map(Fact::id).toList()).size() >= count("select count(*) from event_store.event");
    }

    private long lastPosition() throws SQLException {
        return count("select max(position) from event_store.event");
    }

    private long count(String sql) throws SQLException {
        try (var database = roster.database(); var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    List<StoredEvent> store() throws SQLException {
        try (var database = roster.database()) {
            return StoredEvent.all(database);
        }
    }

    List<Fact> kafka() {
        return roster.records().all();
    }

    /** Ids of all events, page after page. */
    List<String> feed() {
        var ids = new ArrayList<String>();
        var page = queries.get("/operator/events?limit=1000").body();
        while (!page.path("data").isEmpty()) {
            page.path("data").forEach(it -> ids.add(it.path("id").asString()));
            page = queries.get("/operator/events?limit=1000&after=" + page.path("next").asString()).body();
        }
        return ids;
    }

    /** Compares the views with a fold of all events, and returns the state of that run. */
    String verification() {
        var begun = queries.post("/admin/projections/views/rebuild?verify=true", null);
        var location = begun.header("Location");
        Await.until(() -> !queries.get(location).body().path("endedAt").isNull());
        var ended = queries.get(location).body();
        var state = ended.path("state").asString();
        return state.equals("verified") ? state : ended.toString();
    }

    /** Members as query-service shows them. */
    Set<String> members(Collection<Company> companies) {
        var lines = new HashSet<String>();
        companies.forEach(it -> {
            var path = "/organizations/" + it.slug() + "/members?limit=100";
            pages(path, lines);
            pages(path + "&status=deleted", lines);
        });
        return lines;
    }

    private void pages(String path, Set<String> lines) {
        var page = queries.get(path).body();
        page.path("data").forEach(it -> lines.add(line(it)));
        while (!page.path("next").isNull()) {
            page = queries.get(path + "&after=" + page.path("next").asString()).body();
            page.path("data").forEach(it -> lines.add(line(it)));
        }
    }

    private static String line(JsonNode it) {
        return String.join(" ", it.path("memberId").asString(), it.path("status").asString(), it.path("role").asString(),
                it.path("version").asString(), it.path("erased").asBoolean() ? "erased"
                        : it.path("name").asString("") + " " + it.path("email").asString(""));
    }

    /** Names and addresses in rows of all tables, and in logs of services. */
    Set<String> traces() throws SQLException {
        var found = new HashSet<String>();
        try (var database = roster.database()) {
            find(Tables.text(database), found);
        }
        try (var logs = Files.list(roster.folder().resolve("log"))) {
            logs.filter(it -> it.toString().endsWith(".log")).forEach(it -> find(text(it), found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void find(String text, Set<String> found) {
        TRACE.matcher(text).results().forEach(it -> found.add(it.group()));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
