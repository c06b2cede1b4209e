package roster.contract.stored;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.std.StdSerializer;

import roster.contract.event.Personal;

/** Reads and writes {@link Personal} fields: in clear text, or as the index of the sealed field with a {@link Sealer} or {@link Sealer.Opener}. */
final class PersonalText extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;
    private static final int NOWHERE = -1;

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
        var personal = annotated.getAnnotation(Personal.class);
        return personal == null ? null : new Writing(personal.value());
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
        return annotated.hasAnnotation(Personal.class) ? new Reading() : null;
    }

    private static final class Writing extends StdSerializer<String> {
        private final String whose;

        Writing(String whose) {
            super(String.class);
            this.whose = whose;
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            if (context.getAttribute(Sealer.class) instanceof Sealer sealer) {
                switch (sealer.seal(whose, json.streamWriteContext().pathAsPointer().toString(), text)) {
                    case Sealer.Stored.Closed(var place) -> json.writeNumber(place);
                    case Sealer.Stored.Clear _ -> json.writeString(text);
                    case Sealer.Stored.Nothing _ -> json.writeNull();
                }
            } else {
                json.writeString(text);
            }
        }
    }

    private static final class Reading extends StdDeserializer<String> {
        Reading() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                return json.getString();
            }
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT) && context.getAttribute(Sealer.Opener.class) instanceof Sealer.Opener opener) {
                int place = json.getNumberType() == JsonParser.NumberType.INT ? json.getIntValue() : NOWHERE;
                return opener.open(json.streamReadContext().pathAsPointer().toString(), place);
            }
            return (String) context.handleUnexpectedToken(context.constructType(String.class), json);
        }
    }
}
