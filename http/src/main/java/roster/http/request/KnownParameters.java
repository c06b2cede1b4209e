package roster.http.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;

import roster.http.problem.FieldError;
import roster.http.problem.Malformed;

/** Rejects query parameters that the controller does not read, and repeated ones, so that no parameter is ignored silently. */
final class KnownParameters implements HandlerInterceptor {
    private final List<ParameterArgument> arguments;

    KnownParameters(List<HandlerMethodArgumentResolver> arguments) {
        this.arguments = arguments.stream().filter(ParameterArgument.class::isInstance).map(ParameterArgument.class::cast).toList();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            var known = known(method);
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw new Malformed(FieldError.parameter(name, "is not a parameter of this request"));
                }
                if (values.length > 1) {
                    throw new Malformed(FieldError.parameter(name, "is given more than once"));
                }
            });
        }
        return true;
    }

    private Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).flatMap(this::known).collect(Collectors.toSet());
    }

    private Stream<String> known(MethodParameter argument) {
        return argument.hasParameterAnnotation(RequestParam.class)
                ? Stream.of(argument.getParameter().getName())
                : arguments.stream().filter(it -> it.supportsParameter(argument)).flatMap(it -> it.parameters().stream());
    }
}
