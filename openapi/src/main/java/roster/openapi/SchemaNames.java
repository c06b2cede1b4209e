package roster.openapi;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Remembers which type a schema stands for, and refuses a name that stands for two. */
final class SchemaNames implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, JavaType> types = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && schema.get$ref() != null) {
            remember(schema.get$ref().substring(REFERENCE.length()), Json.mapper().constructType(type.getType()));
        }
        return schema;
    }

    private void remember(String name, JavaType type) {
        var known = types.putIfAbsent(name, type);
        if (known != null && !known.equals(type)) {
            throw new IllegalStateException(known + " and " + type + " would both be called " + name);
        }
    }

    Class<?> typeOf(String schema) {
        var type = types.get(schema);
        if (type == null) {
            throw new IllegalStateException("nobody knows what " + schema + " stands for");
        }
        return type.getRawClass();
    }
}
