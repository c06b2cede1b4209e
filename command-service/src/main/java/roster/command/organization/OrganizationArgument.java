package roster.command.organization;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.NotFound;
import roster.contract.event.Organization;

/** The organization that the path names, by id or slug, for controllers that ask for one. */
@Component
class OrganizationArgument implements HandlerMethodArgumentResolver {
    private final Organizations organizations;

    OrganizationArgument(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Organization.class;
    }

    @Override
    public Organization resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
        var path = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var named = path == null ? null : (String) path.get("org");
        return organizations.find(String.valueOf(named)).orElseThrow(() -> new Refused(new NotFound()));
    }
}
