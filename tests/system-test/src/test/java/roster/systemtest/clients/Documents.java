package roster.systemtest.clients;

import java.nio.file.Path;

/** The OpenAPI documents in the repository. */
final class Documents {
    private Documents() {}

    static String of(String service) {
        return Path.of(System.getProperty("roster.root"), "docs/openapi", service + ".json").toString();
    }
}
