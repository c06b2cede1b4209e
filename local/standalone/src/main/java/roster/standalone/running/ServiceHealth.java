package roster.standalone.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import roster.standalone.settings.Service;
import roster.standalone.settings.Settings;

/**
 * Health of a service, as its management port tells it.
 *
 * @param status {@code UP}, another status, or a sentence when there is no answer
 * @param causes what is not up, one line each
 */
record ServiceHealth(String status, List<String> causes, List<ReaderLag> readers) {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** How far a reader is. */
    record ReaderLag(String name, String position, String lag, Duration waiting) {
        static ReaderLag of(String name, JsonNode details) {
            return new ReaderLag(name, details.path("position").asString("-"), details.path("lag").asString("-"),
                    Duration.parse(details.path("lagTime").asString("PT0S")));
        }
    }

    boolean isUp() {
        return status.equals("UP");
    }

    static ServiceHealth of(HttpClient http, Settings settings, Service service) throws InterruptedException {
        var address = "http://127.0.0.1:" + settings.port(service.management()) + "/actuator/health";
        try {
            var health = get(http, address);
            var causes = new ArrayList<String>();
            JsonNode readers = MissingNode.getInstance();
            for (var group : health.path("groups")) {
                var components = get(http, address + "/" + group.asString()).path("components");
                components.forEachEntry((name, component) -> explain(name, component, causes));
                readers = components.has("reading") && components.at("/reading/details").isObject()
                        ? components.at("/reading/details")
                        : readers;
            }
            return new ServiceHealth(health.path("status").asString("?"), causes.stream().distinct().toList(),
                    readers.propertyStream().map(it -> ReaderLag.of(it.getKey(), it.getValue())).toList());
        } catch (IOException e) {
            return new ServiceHealth("does not answer", List.of(address + ": " + e), List.of());
        }
    }

    private static void explain(String name, JsonNode component, List<String> causes) {
        if (component.path("status").asString("").equals("UP")) {
            return;
        }
        var standing = component.path("details").propertyStream().filter(it -> it.getValue().has("standstill")).toList();
        standing.forEach(it -> causes.add("reader " + it.getKey() + " stands still since "
                + it.getValue().at("/standstill/since").asString("?") + ": " + it.getValue().at("/standstill/reason").asString("?")));
        if (standing.isEmpty() && !name.equals("reading")) {
            causes.add(name + " is " + component.path("status").asString("?")
                    + (component.has("details") ? ": " + component.path("details") : ""));
        }
    }

    private static JsonNode get(HttpClient http, String address) throws IOException, InterruptedException {
        var body = http.send(HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            throw new IOException("the answer is not that of Roster");
        }
    }
}
