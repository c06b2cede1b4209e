package roster.openapi.document;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

import roster.access.document.Rejections;

/**
 * A controller method, and the operation that springdoc generated from it.
 *
 * @param variant empty for the operation itself
 */
record Endpoint(String method, String path, HandlerMethod handler, JsonNode found, Optional<Trait.Variant> variant) {
    /** The name of the controller without its suffix. */
    static String tag(Class<?> controller) {
        return StringUtils.uncapitalize(controller.getSimpleName().replaceFirst("Controller$", ""));
    }

    static String operationId(HandlerMethod handler) {
        return tag(handler.getBeanType()) + "." + handler.getMethod().getName();
    }

    /** The operation id, and the name of the variant. */
    String operationId() {
        return variant.map(it -> exampleName() + "." + it.name()).orElseGet(this::exampleName);
    }

    String exampleName() {
        return operationId(handler);
    }

    boolean isQuestion() {
        return method.equals("get");
    }

    boolean takes(Class<?> argument) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(argument);
    }

    boolean takesBody() {
        return found.has("requestBody");
    }

    boolean namesSomething() {
        return path.contains("{");
    }

    /** True for a method whose answers are not JSON. */
    static boolean writesFiles(HandlerMethod handler) {
        return handler.getMethod().getReturnType() == ResponseEntity.class
                && handler.getMethod().getGenericReturnType().getTypeName().contains(StreamingResponseBody.class.getName());
    }

    /** The media types of successful answers that are not JSON. */
    Stream<String> otherMediaTypes() {
        return content().propertyStream().map(Map.Entry::getKey).filter(it -> !isJson(it));
    }

    /** The schema of successful answers that are JSON. */
    Optional<JsonNode> schema() {
        return content().propertyStream().filter(it -> isJson(it.getKey())).findFirst().map(it -> it.getValue().path("schema"));
    }

    private JsonNode content() {
        return found.at("/responses/" + status().value() + "/content");
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals(MediaType.ALL_VALUE) || mediaType.equals(MediaType.APPLICATION_JSON_VALUE);
    }

    Class<?> returned() {
        return handler.getMethod().getReturnType();
    }

    /** The status of success, unless the type of the answer determines another one. */
    HttpStatus status() {
        var annotated = handler.getMethodAnnotation(ResponseStatus.class);
        return annotated == null ? HttpStatus.OK : annotated.value();
    }

    Stream<Class<?>> rejections() {
        return Stream.ofNullable(handler.getMethodAnnotation(Rejections.class)).flatMap(it -> Arrays.stream(it.value()));
    }
}
