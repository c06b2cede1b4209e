package roster.access.control;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import roster.access.requirement.OperatorOnly;
import roster.access.requirement.OrOneself;
import roster.access.requirement.Requires;

/**
 * Looks up the organization in the path and the caller's rights in it before a controller is called, and checks the permissions that the
 * method {@link Requires}. Methods that send commands declare none: the command does.
 */
@Component
public final class AccessInterceptor implements HandlerInterceptor {
    private static final String ORGANIZATION = "org";
    private static final String MEMBER = "member";

    private final OrganizationLookup organizations;
    private final Callers callers;

    AccessInterceptor(OrganizationLookup organizations, Callers callers) {
        this.organizations = organizations;
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var access = find(request);
            access.keepIn(request);
            check(method, access.caller(), request);
        }
        return true;
    }

    private Access find(HttpServletRequest request) {
        var named = named(request, ORGANIZATION);
        if (named == null) {
            return new Access(null, callers.anywhere());
        }
        var organization = organizations.find(named).orElseThrow(Denied::invisible);
        return new Access(organization, callers.in(organization.id()));
    }

    private static @Nullable String named(HttpServletRequest request, String variable) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                ? (String) path.get(variable)
                : null;
    }

    private static void check(HandlerMethod method, Caller caller, HttpServletRequest request) {
        var required = method.getMethodAnnotation(Requires.class);
        if (required != null && !(method.hasMethodAnnotation(OrOneself.class) && caller.is(member(request)))) {
            caller.require(required.value());
        }
        if (method.hasMethodAnnotation(OperatorOnly.class)) {
            caller.requireOperator();
        }
    }

    /** Null for what is no id; the controller rejects it. */
    private static @Nullable UUID member(HttpServletRequest request) {
        var named = named(request, MEMBER);
        try {
            return named == null ? null : UUID.fromString(named);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
