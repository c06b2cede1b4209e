package roster.console.organization;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

import roster.console.signin.account.SignedIn;

/** Resolves the controller argument {@link Membership} by the path, and adds it and the user's other memberships to the model. */
@Component
class MembershipArgument implements HandlerMethodArgumentResolver {
    private final OwnMemberships memberships;

    MembershipArgument(OwnMemberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Membership.class;
    }

    @Override
    public Membership resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model, NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var mine = memberships.mine();
        if (mine.isEmpty() && request.getUserPrincipal() instanceof Authentication it && it.getPrincipal() instanceof SignedIn person) {
            request.setAttribute("others", memberships.otherProviders(person), RequestAttributes.SCOPE_REQUEST);
        }
        var here = find(mine, organization(request));
        request.setAttribute("here", here, RequestAttributes.SCOPE_REQUEST);
        request.setAttribute("memberships", mine, RequestAttributes.SCOPE_REQUEST);
        if (here.isSuspended()) {
            throw new Suspended(here);
        }
        LastOrganization.remember(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)).getSession(), here);
        return here;
    }

    private static Membership find(List<Membership> mine, String organization) {
        return mine.stream().filter(it -> it.slug().equals(organization) || it.organizationId().toString().equals(organization)).findFirst()
                .orElseThrow(() -> new NoMember(organization));
    }

    private static String organization(NativeWebRequest request) {
        var variables = (Map<?, ?>) Objects.requireNonNull(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                .getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        return String.valueOf(variables.get("org"));
    }
}
