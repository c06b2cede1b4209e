package roster.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.identity.StandInProviders;
import roster.local.process.ChildProcess;
import roster.local.process.JavaProgram;
import roster.local.process.Ports;

/**
 * CPU time of the console's process per Members page of 25 rows, with services that answer at once. Prints the figures. {@code page-cost.jar}
 * is the jar of another version to compare with in the same run, {@code page-cost.flags} are flags of the JVM.
 */
@Tag("nightly")
class PageCostTest {
    private static final String PAGE = "/organizations/acme/members";
    private static final int WARM_UP = Integer.getInteger("page-cost.warm-up", 1_500);
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private Path folder;

    private record Program(String name, int port, ChildProcess process, String cookies, List<Double> millis) {
        HttpResponse<byte[]> get() throws IOException, InterruptedException {
            var response = HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PAGE)).header("Cookie", cookies)
                    .header("Accept", "text/html").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response;
        }

        void get(int times) throws IOException, InterruptedException {
            for (int i = 0; i < times; i++) {
                get();
            }
        }

        Duration cpu() {
            return ProcessHandle.of(process.pid()).orElseThrow().info().totalCpuDuration().orElseThrow();
        }

        void measure() throws IOException, InterruptedException {
            var before = cpu();
            get(REQUESTS);
            millis.add(cpu().minus(before).toNanos() / 1e6 / REQUESTS);
        }

        double median() {
            return millis.stream().sorted().toList().get(millis.size() / 2);
        }
    }

    @Test
    void is_measured() throws Exception {
        try (var services = members(); var identity = StandInProviders.start(0)) {
            var programs = new ArrayList<Program>();
            for (var program : programs().entrySet()) {
                programs.add(start(program.getKey(), program.getValue(), services, identity));
            }
            for (var program : programs) {
                program.get(WARM_UP);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (var program : programs) {
                    program.measure();
                }
            }
            for (var program : programs) {
                System.out.printf(Locale.ROOT, "%s: %.1f ms of CPU per page (%s), %.2f of the first; %d bytes sent%n", program.name(),
                        program.median(),
                        program.millis().stream().map(millis -> String.format(Locale.ROOT, "%.1f", millis))
                                .collect(Collectors.joining(", ")),
                        program.median() / programs.getFirst().median(), program.get().body().length);
                program.process().close();
            }
        }
    }

    private static Map<String, List<String>> programs() {
        var other = System.getProperty("page-cost.jar");
        var own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return other == null ? Map.of("this version", List.of("-cp", own, "roster.console.Console"))
                : new java.util.TreeMap<>(Map.of("other version", List.of("-jar", other), "this version",
                        List.of("-cp", own, "roster.console.Console")));
    }

    private Program start(String name, List<String> program, FakeServices services, StandInProviders identity) {
        int port = Ports.freeOr(0);
        int management = Ports.freeOr(0);
        var command = JavaProgram.command(System.getProperty("page-cost.flags", "-Xmx192m -XX:+UseSerialGC").split(" ", -1));
        command.addAll(program);
        Stream.concat(Surroundings.settings(port, services, identity).stream(), Stream.of("management.server.port=" + management))
                .forEach(it -> command.add("--" + it));
        var process = ChildProcess.start(folder, name, command, Map.of());
        process.awaitReady(PATIENCE, () -> isUp(management));
        var browser = new Browser("http://127.0.0.1:" + port);
        browser.signIn("google", "Ada Lovelace", "ada@acme.example");
        return new Program(name, port, process, browser.cookies(), new ArrayList<>());
    }

    private static boolean isUp(int management) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness")).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static FakeServices members() {
        var services = Acme.asAdmin(FakeServices.start()).answer(Acme.PATH + "/members", """
                {"data":[%s],"next":"further","position":"7"}""".formatted(IntStream.range(0, 25).mapToObj(PageCostTest::member)
                .collect(Collectors.joining(","))));
        return services.answer(Acme.PATH + "/roles", """
                {"data":[%s],"next":null,"position":"7"}""".formatted(Stream.of("admin", "developer", "endpoint_user").map("""
                {"role":"%s","permissions":[],"members":{"active":12,"invited":9,"suspended":4,"expired":3,"deleted":1}}"""::formatted)
                .collect(Collectors.joining(","))));
    }

    private static String member(int place) {
        return Acme.member(new UUID(place, place), "Person " + place, "person" + place + "@acme.example", "developer",
                place % 3 == 0 ? "invited" : "active", place % 3 == 0 ? "pending" : "accepted");
    }
}
