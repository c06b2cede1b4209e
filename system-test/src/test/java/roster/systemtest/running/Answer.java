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

    /** Whether all of that is said here, too. There may be more: the views know of letters, and of what comes later. */
    public boolean tells(JsonNode told) {
        return tells(body, told);
    }

    private static boolean tells(JsonNode here, JsonNode told) {
        return told.isObject()
                ? here.isObject() && told.propertyStream().allMatch(it -> tells(here.path(it.getKey()), it.getValue()))
                : here.equals(told);
    }

    public String consistencyToken() {
        return header("Consistency-Token");
    }
}
