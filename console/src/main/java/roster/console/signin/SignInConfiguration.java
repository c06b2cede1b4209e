package roster.console.signin;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import roster.console.ConsoleProperties;
import roster.console.signin.account.GithubAccounts;
import roster.console.signin.account.GoogleAccounts;

/** Requires sign-in for all pages, except the sign-in pages and the landing page of invitation links. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    private static final String SIGN_IN = "/sign-in";
    /** Only same-origin content and forms. Sign-in is a link, because form-action forbids a form that redirects to a provider. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String SIGN_OUT = "/sign-out";
    private static final String[] OPEN = {SIGN_IN, "/invitations", "/invitations/**", "/.well-known/jwks.json", "/error", "/*.css", "/*.js",
            "/*.svg", "/webjars/htmx.org/**"};

    @Bean
    SecurityFilterChain security(HttpSecurity http, Providers providers, GoogleAccounts google, GithubAccounts github,
            ForgottenTokens forgotten) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        // the end of a response whose beginning was permitted; the session may have ended meanwhile
                        .dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
                        .requestMatchers(EndpointRequest.to("health", "info", "prometheus")).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        .anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(new SessionOwner()))
                .oauth2Login(login -> login
                        .loginPage(SIGN_IN)
                        .clientRegistrationRepository(providers)
                        .authorizedClientRepository(forgotten)
                        .authorizationEndpoint(it -> it.authorizationRequestResolver(new ProviderRequests(providers))
                                .authorizationRequestRepository(new PendingSignIns()))
                        .userInfoEndpoint(it -> it.oidcUserService(google).userService(github))
                        .successHandler((request, response, _) -> response.sendRedirect(afterSignIn(request)))
                        .failureHandler((request, response, e) -> response.sendRedirect(
                                Linking.endedBy(request).map(Linking::page).orElse(SIGN_IN) + "?failed=" + reason(e))))
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint((request, response, _) -> toSignIn(request, response))
                        .accessDeniedHandler(SignInConfiguration::denied))
                .logout(logout -> logout.logoutUrl(SIGN_OUT).logoutSuccessUrl(SIGN_IN).deleteCookies("roster"))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(FrameOptionsConfig::deny))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** No metrics of each filter and each decision: they take a large part of the processor time of a request. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Session cookie without Secure on plain HTTP, where browsers would not return it. */
    @Bean
    ServletContextInitializer sessionCookie(ConsoleProperties console) {
        return context -> context.getSessionCookieConfig().setSecure(console.isHttps());
    }

    /** Firewall without checks of headers and parameter names, which {@code HeadFilter} rejects or which are ignored. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    private static String afterSignIn(HttpServletRequest request) {
        return Linking.endedBy(request).map(Linking::page).or(() -> ReturnPath.take(request)).orElse("/");
    }

    /** Reason of a failure for the user; details are in the log. */
    private static String reason(AuthenticationException e) {
        return switch (e instanceof OAuth2AuthenticationException it ? it.getError().getErrorCode() : "") {
            case "access_denied" -> "cancelled";
            case "authorization_request_not_found", "invalid_request" -> SignInController.SUPERSEDED;
            default -> "provider";
        };
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SessionUse.isOfStream(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        ReturnPath.remember(request);
        if (CurrentPage.isOf(request)) {
            lead(response, HttpStatus.UNAUTHORIZED, SIGN_IN);
        } else {
            response.sendRedirect(SIGN_IN);
        }
    }

    /**
     * A form without a valid CSRF token: forged, or open until its session had ended. The user has to sign in, or has done so in another tab. The
     * current page keeps what was typed, and shows it again after it was loaded anew.
     */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        if (CurrentPage.isOf(request) && signedIn) {
            lead(response, HttpStatus.FORBIDDEN,
                    CurrentPage.at(request.getHeader("HX-Current-URL")).filter(ReturnPath::isPage).orElse("/"));
        } else if (CurrentPage.isOf(request) || (!signedIn && request.getRequestURI().equals(SIGN_OUT))) {
            toSignIn(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static void lead(HttpServletResponse response, HttpStatus status, String path) {
        response.setHeader("HX-Redirect", path);
        response.setStatus(status.value());
    }
}
