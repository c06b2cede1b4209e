package roster.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Authorization requests to the offered providers. A path with another name is one that does not exist, and not an error. */
final class ProviderRequests implements OAuth2AuthorizationRequestResolver {
    private static final String PATH = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

    private final Providers providers;
    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    ProviderRequests(Providers providers) {
        this.providers = providers;
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(providers, PATH);
        makeProvidersAskForTheAccount();
    }

    /** Otherwise users could not leave a wrong one. */
    private void makeProvidersAskForTheAccount() {
        resolver.setAuthorizationRequestCustomizer(
                request -> request.additionalParameters(parameters -> parameters.put("prompt", "select_account")));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return isOffered(request.getRequestURI()) ? withPurpose(resolver.resolve(request), request) : null;
    }

    private static @Nullable OAuth2AuthorizationRequest withPurpose(@Nullable OAuth2AuthorizationRequest begun,
            HttpServletRequest request) {
        return begun == null ? null : Linking.begunBy(request)
                .map(it -> OAuth2AuthorizationRequest.from(begun).attributes(it::addTo).build()).orElse(begun);
    }

    private boolean isOffered(String path) {
        return providers.offered().stream().anyMatch(it -> path.equals(PATH + "/" + it.id()));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return resolver.resolve(request, provider);
    }
}
