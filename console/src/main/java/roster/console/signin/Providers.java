package roster.console.signin;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

import roster.console.ConsoleProperties;
import roster.console.signin.account.Provider;
import roster.console.signin.account.SignInProperties;

/** The configured providers. Google's metadata is loaded at the first sign-in with Google. */
@Component
public class Providers implements ClientRegistrationRepository {
    private static final String REDIRECT = "/login/oauth2/code/{registrationId}";

    private final Map<Provider, Supplier<ClientRegistration>> configured = new EnumMap<>(Provider.class);
    private final Map<Provider, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(SignInProperties properties, ConsoleProperties console) {
        if (!properties.google().clientId().isBlank()) {
            configured.put(Provider.GOOGLE, () -> google(properties.google(), console.url() + REDIRECT));
        }
        if (!properties.github().clientId().isBlank()) {
            configured.put(Provider.GITHUB, () -> github(properties.github(), console.url() + REDIRECT));
        }
    }

    /** Providers for sign-in. */
    public List<Provider> offered() {
        return List.copyOf(configured.keySet());
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return configured.entrySet().stream().filter(it -> it.getKey().id().equals(id)).findFirst()
                .map(it -> known.computeIfAbsent(it.getKey(), _ -> it.getValue().get())).orElse(null);
    }

    private static ClientRegistration google(SignInProperties.Google google, String redirect) {
        return ClientRegistrations.fromOidcIssuerLocation(google.issuer())
                .registrationId(Provider.GOOGLE.id())
                .redirectUri(redirect)
                .clientId(google.clientId())
                .clientSecret(google.clientSecret())
                .scope("openid", "email", "profile")
                .build();
    }

    private static ClientRegistration github(SignInProperties.Github github, String redirect) {
        return ClientRegistration.withRegistrationId(Provider.GITHUB.id())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirect)
                .clientId(github.clientId())
                .clientSecret(github.clientSecret())
                .scope("read:user", "user:email")
                .authorizationUri(github.url() + "/login/oauth/authorize")
                .tokenUri(github.url() + "/login/oauth/access_token")
                .userInfoUri(github.apiUrl() + "/user")
                .userNameAttributeName("id")
                .build();
    }
}
