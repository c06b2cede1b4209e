package roster.systemtest.record;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Time of a page of members as of a year ago, beside the page of now, in turns. Run by hand, see docs/performance.md: its name keeps it out of
 * the build.
 */
class AsOfBenchmark {
    private static final int ROUNDS = Integer.getInteger("roster.benchmark.rounds", 300);
    private static final int WARM_UP = Integer.getInteger("roster.benchmark.warm-up", 300);
    private static final int DEEP = 40;
    private static final List<String> QUERIES = List.of("", "&role=admin", "&status=suspended", "&status=deleted", "&invitation=expired",
            "&status=active&role=developer", "&order=-name", "&order=email", "&order=-email", "&order=since", "&order=-since",
            "&status=suspended&order=-since", "&role=admin&order=email", "&q=lovel", "&q=zoe+galois");

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_page_as_of_a_year_ago_beside_the_page_of_now(@TempDir Path temporary) throws SQLException {
        try (var record = LargeRecord.in(temporary); var service = QueryProcess.on(record, temporary)) {
            var past = "&asOf=" + record.after(0.5);
            var path = record.path() + "/members?limit=25";
            measure("warm-up", service, path, path + past, WARM_UP);
            for (var query : QUERIES) {
                measure("members" + query, service, path + query, path + query + past, ROUNDS);
                measure("members" + query + ", page " + DEEP, service, deep(service, path + query), deep(service, path + query + past),
                        ROUNDS);
            }
            measure("roles", service, record.path() + "/roles?", record.path() + "/roles?" + past.substring(1), ROUNDS);
        }
    }

    private static void measure(String what, QueryProcess service, String now, String past, int rounds) {
        var ofNow = new Times();
        var ofPast = new Times();
        for (int i = 0; i < rounds; i++) {
            ofNow.time(() -> service.get(now));
            ofPast.time(() -> service.get(past));
        }
        System.out.printf(Locale.ROOT, "BENCHMARK %s: now %s; a year ago %s; %s%n", what, ofNow, ofPast, Times.load());
    }

    /** The page after so many, or the last one. */
    private static String deep(QueryProcess service, String path) {
        var at = path;
        for (int page = 1; page < DEEP; page++) {
            var next = JSON.readTree(service.get(at).body()).path("next");
            if (next.isNull()) {
                break;
            }
            at = path + "&after=" + next.asString();
        }
        return at;
    }
}
