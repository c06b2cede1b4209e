package roster.openapi.document;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Records the types and methods of the schemas and operations in springdoc's document. */
final class Origins implements ModelConverter, GlobalOperationCustomizer, GlobalOpenApiCustomizer {
    private static final String REFERENCE = "#/components/schemas/";

    private final ServiceApi api;
    private final Map<String, JavaType> types = new ConcurrentHashMap<>();
    private final Map<String, HandlerMethod> handlers = new ConcurrentHashMap<>();

    Origins(ServiceApi api) {
        this.api = api;
    }

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

    /** springdoc merges the methods of a path: the one that answers with JSON names the operation, others add media types. */
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handlers.containsKey(operation.getOperationId()) && Endpoint.writesFiles(handler)) {
            return operation;
        }
        handlers.put(Endpoint.operationId(handler), handler);
        return operation.operationId(Endpoint.operationId(handler));
    }

    /** Adds the bodies that no method returns, but that callers can request. */
    @Override
    public void customise(OpenAPI document) {
        document.getComponents().getSchemas().remove(StreamingResponseBody.class.getSimpleName());
        api.variants()
                .map(it -> ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(it.answer()).resolveAsRef(true)))
                .forEach(it -> it.referencedSchemas.forEach(document.getComponents()::addSchemas));
    }

    Class<?> typeOf(String schema) {
        return Objects.requireNonNull(types.get(schema), schema).getRawClass();
    }

    /** springdoc numbers the operations of a method with several paths. */
    HandlerMethod handlerOf(String operationId) {
        return Objects.requireNonNull(handlers.get(operationId.replaceFirst("_\\d+$", "")), operationId);
    }
}
