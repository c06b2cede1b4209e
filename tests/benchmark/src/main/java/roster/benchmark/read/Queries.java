package roster.benchmark.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.HttpConnection;
import roster.benchmark.http.Request;
import roster.benchmark.measure.ClosedLoop;
import roster.benchmark.measure.Rounds;
import roster.benchmark.record.LargeRecord;
import roster.benchmark.record.QueryProcess;

/** Pages, searches and permission answers: latency of one caller, and rate of eight. */
public final class Queries implements Benchmark {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 3;
    private static final int WARM_UP = 4;

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public String what() {
        return "pages, searches and permission answers of a large organization: latency of one caller, rate of " + CLIENTS;
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        var requests = requests(session.record(), session.queries());
        requests.forEach((what, request) -> loop(session, request, CLIENTS, session.seconds(WARM_UP)));
        for (int round = 0; round < session.rounds(); round++) {
            requests.forEach((what, request) -> measure(session, what, request, rounds));
        }
        session.report(rounds);
    }

    private static Map<String, byte[]> requests(LargeRecord record, QueryProcess service) {
        var members = record.path() + "/members";
        var member = new JsonMapper().readTree(service.get(members + "?status=active&limit=1").body()).at("/data/0/memberId").asString();
        var token = service.token();
        var requests = new LinkedHashMap<String, byte[]>();
        requests.put("page of 25 members", Request.get(members + "?limit=25", token));
        requests.put("search q=lovel", Request.get(members + "?limit=25&q=lovel", token));
        requests.put("search of one letter", Request.get(members + "?limit=25&q=z", token));
        requests.put("search without a match", Request.get(members + "?limit=25&q=qqqqqq", token));
        requests.put("search of a letter that few have", Request.get(members + "?limit=25&q=q", token));
        requests.put("search of two rare words", Request.get(members + "?limit=25&q=zoe+galois", token));
        requests.put("search of a part of an address", Request.get(members + "?limit=25&q=.711@", token));
        requests.put("permissions of a member", Request.get(members + "/" + member + "/permissions", token));
        requests.put("evaluation", Request.post("/access/v1/evaluation", token, """
                {"subject":{"type":"member","id":"%s"},"action":{"name":"members.view"},"resource":{"type":"organization","id":"%s"}}"""
                .formatted(member, record.path().substring("/organizations/".length()))));
        return requests;
    }

    private static void measure(Session session, String what, byte[] request, Rounds rounds) {
        rounds.latencies(what + ", one caller", loop(session, request, 1, session.seconds(SECONDS)).latencies());
        double service = session.queries().processor();
        double postgres = session.record().processor();
        var load = loop(session, request, CLIENTS, session.seconds(SECONDS));
        rounds.add(what + ", " + CLIENTS + " callers", "/s", load.perSecond());
        rounds.add(what + ", query-service", "ms CPU", 1e3 * (session.queries().processor() - service) / load.count());
        rounds.add(what + ", PostgreSQL", "ms CPU", 1e3 * (session.record().processor() - postgres) / load.count());
    }

    private static roster.benchmark.measure.Load loop(Session session, byte[] request, int clients, int seconds) {
        return ClosedLoop.run(clients, seconds, () -> new HttpConnection(session.queries().port()),
                connection -> connection.send(request).require(200));
    }

    /** Time that a request takes. */
    static long nanos(Connections connections, byte[] request) {
        long start = System.nanoTime();
        try {
            connections.send(request).require(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }
}
