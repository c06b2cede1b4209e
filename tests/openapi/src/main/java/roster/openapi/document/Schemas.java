package roster.openapi.document;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

import roster.contract.word.Word;
import roster.openapi.Json;
import roster.openapi.javadoc.Javadocs;

/** Adds to the schemas of records what springdoc cannot derive: null and absent fields, our own constraints, and Javadoc. */
final class Schemas {
    private final Origins origins;
    private final Javadocs javadocs;
    private final Vocabulary vocabulary;

    Schemas(Origins origins, Javadocs javadocs, Vocabulary vocabulary) {
        this.origins = origins;
        this.javadocs = javadocs;
        this.vocabulary = vocabulary;
    }

    ObjectNode complete(ObjectNode document) {
        var asked = reachable(document, document.findValues("requestBody"));
        document.withObject("/components/schemas").forEachEntry((name, schema) -> {
            var type = origins.typeOf(name);
            if (schema instanceof ObjectNode object && object.path("description").isMissingNode()) {
                Json.putUnlessEmpty(object, "description", javadocs.of(type).body());
            }
            if (Word.class.isAssignableFrom(type) && schema instanceof ObjectNode object) {
                object.set("enum", Json.tree(offered(type)));
            }
            if (type.isRecord() && schema instanceof ObjectNode object) {
                complete(object, type, asked.contains(name));
            }
        });
        return vocabulary.named(document);
    }

    private void complete(ObjectNode schema, Class<?> type, boolean asked) {
        var required = new ArrayList<String>();
        boolean absent = omitsNull(type);
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
        schema.set("required", Json.tree(required));
        if (asked) {
            schema.put("additionalProperties", ignoresUnknown(type));
        }
    }

    private static boolean omitsNull(Class<?> type) {
        var include = type.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    private static List<String> offered(Class<?> words) {
        return Arrays.stream(words.getEnumConstants()).map(Word.class::cast).map(Word::value).toList();
    }

    private ObjectNode property(RecordComponent component, ObjectNode found, Class<?> type) {
        var field = field(component, type);
        var property = field.isAnnotationPresent(JsonRawValue.class) ? Json.object().put("type", "object")
                : vocabulary.type(field.getType()).orElse(found);
        vocabulary.constrain(property, field);
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

    private static ObjectNode orNull(ObjectNode property) {
        if (property.has("$ref")) {
            var either = Json.object();
            either.set("oneOf", Json.tree(List.of(Map.of("$ref", property.get("$ref")), Map.of("type", "null"))));
            Json.putUnlessEmpty(either, "description", property.path("description").asString(""));
            return either;
        }
        property.set("type", Json.tree(List.of(property.path("type").asString(), "null")));
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
