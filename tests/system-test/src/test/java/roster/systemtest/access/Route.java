package roster.systemtest.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation of an OpenAPI document, with a valid body.
 *
 * @param canBeRehearsed true for a command with a dry run
 */
record Route(String service, String method, String path, @Nullable String body, boolean canBeRehearsed) {
    static final String DRY_RUN = "/dry-run";
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Route> of(String service) {
        var document = Path.of(System.getProperty("roster.root"), "docs/openapi", service + ".json");
        try {
            var paths = JSON.readTree(Files.readString(document)).path("paths");
            return paths.propertyStream().filter(path -> !path.getKey().startsWith(DRY_RUN))
                    .flatMap(path -> path.getValue().propertyStream()
                            .map(operation -> new Route(service, operation.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                                    body(path.getKey(), operation.getKey(),
                                            operation.getValue().at("/requestBody/content/application~1json/example").toString()),
                                    paths.path(DRY_RUN + path.getKey()).has(operation.getKey()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The permissions to create a token depend on the token; every member may create this one. */
    private static @Nullable String body(String path, String method, String example) {
        if (path.endsWith("/api-tokens") && method.equals("post")) {
            return "{\"name\": \"a token\", \"kind\": \"personal\", \"scopes\": [\"protected-endpoint\"]}";
        }
        return example.isEmpty() ? null : example;
    }

    /** The body; an access evaluation or a search is about this organization instead of that of the examples. */
    @Nullable
    String bodyAbout(String organization) {
        return body == null || !path.startsWith("/access/") ? body : body.replace("\"acme\"", "\"" + organization + "\"");
    }

    boolean isOfCommandService() {
        return service.equals("command-service");
    }

    boolean isOfAnOrganization() {
        return path.contains("{org}");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
