package roster.access.control;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import roster.contract.event.Organization;

/** Resolves the controller arguments {@link Caller} and {@link Organization}, which the path names by id or slug. */
@Component
final class AccessArguments implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Organization.class || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var access = Access.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        return parameter.getParameterType() == Caller.class ? access.caller() : Objects.requireNonNull(access.organization());
    }
}
