package roster.systemtest.running;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

/** Response of a service; {@code body} is a missing node if there is none, and for lines of JSON. */
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

    /** True when the body contains all of that. It may contain more: views include delivery results and later events. */
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
