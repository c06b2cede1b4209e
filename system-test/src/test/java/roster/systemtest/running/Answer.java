package roster.systemtest.running;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

/** What a service answered; {@code body} is missing where there is none. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    public String code() {
        return text("/code");
    }

    public String consistencyToken() {
        return header("Consistency-Token");
    }
}
