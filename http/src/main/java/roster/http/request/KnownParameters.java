package roster.http.request;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import roster.http.problem.Expectation;
import roster.http.problem.FieldError;
import roster.http.problem.Malformed;

/**
 * Rejects query parameters that the controller does not read, repeated ones, and values that cannot be converted to the type of the parameter,
 * so that no parameter is ignored silently. Spring itself takes blank text as an absent enum, and also accepts the names of its constants.
 */
final class KnownParameters implements HandlerInterceptor {
    private final ConversionService conversion;

    KnownParameters(ConversionService conversion) {
        this.conversion = conversion;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            var known = known(method);
            request.getParameterMap().forEach((name, values) -> check(known, name, values));
        }
        return true;
    }

    private void check(Map<String, Class<?>> known, String name, String[] values) {
        var type = known.get(name);
        if (type == null) {
            throw new Malformed(FieldError.parameter(name, "is not a parameter of this request"));
        }
        if (values.length > 1) {
            throw new Malformed(FieldError.parameter(name, "is given more than once"));
        }
        try {
            conversion.convert(values[0], type);
        } catch (ConversionException e) {
            throw new Malformed(FieldError.parameter(name, Expectation.of(e)));
        }
    }

    /** The names of the parameters, and the types that their texts are converted to. */
    private static Map<String, Class<?>> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toMap(it -> it.getParameter().getName(), MethodParameter::getParameterType));
    }
}
