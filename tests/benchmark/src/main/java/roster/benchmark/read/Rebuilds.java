package roster.benchmark.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.Request;
import roster.benchmark.http.Response;
import roster.benchmark.measure.Rounds;
import roster.systemtest.running.Await;

/** A rebuild of all views, beside reading all events by {@code COPY} and writing them to another table by {@code COPY}. */
public final class Rebuilds implements Benchmark {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String what() {
        return "a rebuild of all views, beside COPY of all events out of the store and into another table";
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        try (var connections = new Connections(session.queries().port())) {
            for (int round = 0; round < session.rounds(); round++) {
                double copy = Copies.seconds(session.record());
                double service = session.queries().processor();
                double postgres = session.record().processor();
                long start = System.nanoTime();
                double events = rebuild(session, connections).path("events").asDouble();
                double rebuild = (System.nanoTime() - start) / 1e9;
                rounds.add("COPY out and in", "s", copy);
                rounds.add("rebuild", "s", rebuild);
                rounds.add("events", "/s", events / rebuild);
                rounds.add("query-service per event", "µs CPU", 1e6 * (session.queries().processor() - service) / events);
                rounds.add("PostgreSQL per event", "µs CPU", 1e6 * (session.record().processor() - postgres) / events);
                rounds.lowerIsBetter("rebuild / COPY out and in", rebuild / copy);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        session.report(rounds);
    }

    /** @return the progress at the end */
    private static JsonNode rebuild(Session session, Connections connections) {
        var token = session.queries().token();
        var location = send(connections, Request.post("/admin/projections/views/rebuild", token, "")).require(202).header("location");
        var path = location.substring(location.indexOf("/admin/"));
        Await.until(LONGEST, () -> !progress(connections, path, token).path("endedAt").isNull());
        var end = progress(connections, path, token);
        if (!end.path("state").asString().equals("done")) {
            throw new IllegalStateException(end.toString());
        }
        return end;
    }

    private static JsonNode progress(Connections connections, String path, String token) {
        return JSON.readTree(send(connections, Request.get(path, token)).require(200).body());
    }

    private static Response send(Connections connections, byte[] request) {
        try {
            return connections.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
