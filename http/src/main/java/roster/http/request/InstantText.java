package roster.http.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads instants in RFC 3339 only: a number could be seconds or milliseconds. */
final class InstantText extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;
    private static final String EXPECTED = "must be a time as in RFC 3339, such as 2027-01-01T00:00:00Z";

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new IllegalArgumentException(EXPECTED);
        }
        try {
            return OffsetDateTime.parse(json.getString()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }
}
