package roster.console.signin.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Loads the account after sign-in with GitHub. The address of the profile is not verified; only the list of addresses says which ones are. */
@Component
public final class GithubAccounts implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {
    /** They are sent to the services in a header. */
    private static final int MOST_ADDRESSES = 10;

    private final RestClient http;

    GithubAccounts(RestClient.Builder http, SignInProperties properties) {
        this.http = http.baseUrl(properties.github().apiUrl()).build();
    }

    private record Account(long id, String login, @Nullable String name) {}

    private record Address(String email, boolean primary, boolean verified) {}

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        try {
            var account = get("/user", request.getAccessToken(), new ParameterizedTypeReference<Account>() {});
            var addresses = get("/user/emails", request.getAccessToken(), new ParameterizedTypeReference<List<Address>>() {});
            return signedIn(account, addresses);
        } catch (RestClientException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("github_unavailable"), "GitHub does not return the account", e);
        }
    }

    private <T> T get(String uri, OAuth2AccessToken token, ParameterizedTypeReference<T> type) {
        var found = http.get().uri(uri).headers(headers -> headers.setBearerAuth(token.getTokenValue())).retrieve().body(type);
        if (found == null) {
            throw new OAuth2AuthenticationException("github_unavailable");
        }
        return found;
    }

    private static SignedIn signedIn(Account account, List<Address> addresses) {
        var primaryFirst = addresses.stream().sorted(Comparator.comparing(Address::primary).reversed()).toList();
        return new SignedIn(Provider.GITHUB, Long.toString(account.id), Optional.ofNullable(account.name).orElse(account.login),
                primaryFirst.stream().findFirst().filter(Address::primary).map(Address::email).orElse(null),
                primaryFirst.stream().filter(Address::verified).limit(MOST_ADDRESSES).map(Address::email).toList(),
                Instant.now());
    }
}
