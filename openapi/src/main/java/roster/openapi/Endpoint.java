package roster.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import roster.http.openapi.Rejections;

/** A method of a controller of ours, and the requests that reach it. */
record Endpoint(String method, String path, HandlerMethod handler) {
    static List<Endpoint> in(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> isOurs(it.getValue().getBeanType()))
                .flatMap(it -> of(it.getKey(), it.getValue()))
                .toList();
    }

    private static boolean isOurs(Class<?> controller) {
        return controller.getName().startsWith("roster.") && AnnotatedElementUtils.hasAnnotation(controller, RestController.class);
    }

    private static Stream<Endpoint> of(RequestMappingInfo requests, HandlerMethod handler) {
        return requests.getPatternValues().stream().flatMap(path -> requests.getMethodsCondition().getMethods().stream()
                .map(method -> new Endpoint(method.name().toLowerCase(Locale.ROOT), path, handler)));
    }

    /** The controller, without being called so. */
    static String tag(Class<?> controller) {
        return StringUtils.uncapitalize(controller.getSimpleName().replaceFirst("Controller$", ""));
    }

    String tag() {
        return tag(handler.getBeanType());
    }

    String operationId() {
        return tag() + "." + handler.getMethod().getName();
    }

    boolean isQuestion() {
        return method.equals("get");
    }

    boolean takes(Class<?> argument) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(argument);
    }

    boolean takesBody() {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
    }

    boolean namesSomething() {
        return path.contains("{");
    }

    Stream<Class<?>> rejections() {
        return Stream.ofNullable(handler.getMethodAnnotation(Rejections.class)).flatMap(it -> Arrays.stream(it.value()));
    }

    Class<?> returned() {
        return handler.getMethod().getReturnType();
    }
}
