package roster.systemtest.clients;

import java.nio.file.Path;

/** The documents in the repository that programs read. */
final class Documents {
    private Documents() {}

    /** The OpenAPI document of a service. */
    static String of(String service) {
        return file("openapi/" + service + ".json");
    }

    /** @param name below {@code docs} */
    static String file(String name) {
        return Path.of(System.getProperty("roster.root"), "docs", name).toString();
    }
}
