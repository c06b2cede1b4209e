package roster.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says of the schemas of records what springdoc does not see: what may be null or absent, our own constraints, and what it all means. */
final class Schemas {
    private final SchemaNames names;
    private final Javadocs javadocs;
    private final Vocabulary vocabulary;

    Schemas(SchemaNames names, Javadocs javadocs, Vocabulary vocabulary) {
        this.names = names;
        this.javadocs = javadocs;
        this.vocabulary = vocabulary;
    }

    void complete(ObjectNode document) {
        var asked = reachable(document, document.findValues("requestBody"));
        document.withObject("/components/schemas").forEachEntry((name, schema) -> {
            var type = names.typeOf(name);
            if (schema instanceof ObjectNode object && object.path("description").isMissingNode()) {
                Json.putUnlessEmpty(object, "description", javadocs.of(type).body());
            }
            if (type.isRecord() && schema instanceof ObjectNode object) {
                complete(object, type, asked.contains(name));
            }
        });
    }

    private void complete(ObjectNode schema, Class<?> type, boolean asked) {
        var required = new ArrayList<String>();
        boolean absent = type.isAnnotationPresent(JsonInclude.class);
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                continue;
            }
            var name = name(component, type);
            var property = property(component, schema.withObject("/properties").withObject("/" + name), type);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            schema.withObject("/properties").set(name, nullable && !absent ? orNull(property) : property);
            if (!nullable || !(asked || absent)) {
                required.add(name);
            }
        }
        schema.set("required", Json.texts(required));
        if (asked) {
            schema.put("additionalProperties", ignoresUnknown(type));
        }
    }

    private ObjectNode property(RecordComponent component, ObjectNode found, Class<?> type) {
        var field = field(component, type);
        var property = field.isAnnotationPresent(JsonRawValue.class) ? Json.object().put("type", "object")
                : vocabulary.type(field.getType()).orElse(found);
        constrain(property, vocabulary.constraints(field).toList());
        Json.putUnlessEmpty(property, "description", javadocs.of(type).parameters().get(component.getName()));
        return property;
    }

    private static String name(RecordComponent component, Class<?> type) {
        var named = field(component, type).getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static boolean ignoresUnknown(Class<?> type) {
        var ignored = type.getAnnotation(JsonIgnoreProperties.class);
        return ignored != null && ignored.ignoreUnknown();
    }

    private static Field field(RecordComponent component, Class<?> type) {
        try {
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("every component has a field", e);
        }
    }

    /** A pattern of ours is about all of a text; a pattern of JSON Schema is about any part of it. */
    static void constrain(ObjectNode schema, List<ObjectNode> constraints) {
        constraints.forEach(schema::setAll);
        var pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && !pattern.startsWith("^")) {
            schema.put("pattern", "^(?:" + pattern + ")$");
        }
    }

    private static ObjectNode orNull(ObjectNode property) {
        if (property.has("$ref")) {
            var either = Json.object();
            var reference = Json.object().set("$ref", property.get("$ref"));
            either.set("oneOf", Json.array(List.of(reference, Json.object().put("type", "null"))));
            Json.putUnlessEmpty(either, "description", property.path("description").asString(""));
            return either;
        }
        property.set("type", Json.texts(List.of(property.path("type").asString(), "null")));
        if (property.path("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        return property;
    }

    private static Set<String> reachable(JsonNode document, List<JsonNode> from) {
        var found = new HashSet<String>();
        from.forEach(it -> follow(document, it, found));
        return found;
    }

    private static void follow(JsonNode document, JsonNode node, Set<String> found) {
        for (var reference : node.findValuesAsString("$ref")) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (found.add(name)) {
                follow(document, document.at("/components/schemas/" + name), found);
            }
        }
    }
}
