package roster.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.recordlog.merkle.Hash;

/** Reads the JSON of query-service. */
final class AnswerJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private AnswerJson() {}

    /** @throws VerificationFailed for anything else */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new VerificationFailed("not JSON: " + e.getOriginalMessage());
        }
    }

    /** @throws IllegalArgumentException when it is missing */
    static String text(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("it lacks " + field);
        }
        return value.asString();
    }

    /** @throws IllegalArgumentException when it is missing */
    static long number(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("it lacks " + field);
        }
        return value.asLong();
    }

    /** @throws IllegalArgumentException when it is missing, or not in its one canonical form */
    static byte[] bytes(JsonNode json, String field) {
        return canonical(json, field, it -> Base64.getDecoder().decode(it), it -> Base64.getEncoder().encodeToString(it));
    }

    /** @throws IllegalArgumentException when it is missing, or not in its one canonical form */
    static UUID id(JsonNode json, String field) {
        return canonical(json, field, UUID::fromString, UUID::toString);
    }

    /** @throws IllegalArgumentException when it is missing, or not in its one canonical form */
    static Instant instant(JsonNode json, String field) {
        return canonical(json, field, Instant::parse, Instant::toString);
    }

    /** @throws IllegalArgumentException when it is missing, or not in its one canonical form */
    static long position(JsonNode json) {
        return canonical(json, "position", Long::valueOf, it -> Long.toString(it));
    }

    private static <T> T canonical(JsonNode json, String field, Function<String, T> read, Function<T, String> write) {
        var text = text(json, field);
        try {
            var value = read.apply(text);
            if (write.apply(value).equals(text)) {
                return value;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("its " + field + " is malformed", e);
        }
        throw new IllegalArgumentException("its " + field + " is malformed");
    }

    static List<Hash> hashes(JsonNode json) {
        return json.valueStream().map(it -> Hash.ofBase64(it.asString())).toList();
    }
}
