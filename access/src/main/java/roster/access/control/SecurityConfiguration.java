package roster.access.control;

import static org.springframework.security.config.Customizer.withDefaults;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import roster.access.credential.BearerTokens;
import roster.access.limit.FailureLimit;
import roster.http.header.SecurityHeaders;
import roster.http.problem.ProblemWriter;

/** Requires a bearer token for every path except {@link OpenPaths}. Health and metrics have a port of their own. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerTokens tokens, ObjectProvider<OpenPaths> openPaths, ProblemWriter problems,
            DeniedRequests refusals, FailureLimit failures) throws Exception {
        var unauthenticated = new Unauthenticated(problems, refusals, failures);
        return http
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(EndpointRequest.to("health", "info", "prometheus")).permitAll()
                        .requestMatchers(openPaths.stream().flatMap(it -> it.patterns().stream()).toArray(String[]::new)).permitAll()
                        .anyRequest().authenticated())
                .addFilter(bearerTokens(tokens, unauthenticated))
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler((_, response, _) -> problems.write(HttpStatus.FORBIDDEN, response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(withDefaults())
                        .addHeaderWriter((_, response) -> SecurityHeaders.addTo(response)))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** No metrics of each filter and each decision: they take a large part of the processor time of a request. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler suspicious(ProblemWriter problems) {
        return (_, response, _) -> problems.write(HttpStatus.BAD_REQUEST, response);
    }

    /** Firewall without checks of headers and parameter names, which {@code HeadFilter} and {@code KnownParameters} do. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /** Alone, without what Spring Security's resource server adds: metadata that names the request's host, and DPoP. */
    private static BearerTokenAuthenticationFilter bearerTokens(BearerTokens tokens, Unauthenticated unauthenticated) {
        var filter = new BearerTokenAuthenticationFilter(tokens);
        filter.setAuthenticationEntryPoint(unauthenticated);
        filter.setAuthenticationFailureHandler(unauthenticated);
        return filter;
    }

    /** Answers an invalid token with 401 or, after too many, 429, and a token that cannot be checked now with 503. */
    private record Unauthenticated(ProblemWriter problems, DeniedRequests refusals, FailureLimit failures)
            implements
                AuthenticationEntryPoint,
                AuthenticationFailureHandler {
        private static final String REALM = "Bearer realm=\"roster\"";
        private static final Logger log = LoggerFactory.getLogger(Unauthenticated.class);

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
            refusals.unauthenticated(request);
            if (!failures.isReachedBy(request, response)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(e));
                problems.write(HttpStatus.UNAUTHORIZED, response);
            }
        }

        /** RFC 6750, with an error where there was a token. */
        private static String challenge(AuthenticationException e) {
            if (!(e instanceof OAuth2AuthenticationException failed)) {
                return REALM;
            }
            var description = failed.getError().getDescription();
            return REALM + ", error=\"" + failed.getError().getErrorCode() + "\""
                    + (description == null ? "" : ", error_description=\"" + description + "\"");
        }

        @Override
        public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
                throws IOException {
            if (e instanceof AuthenticationServiceException) {
                log.warn("credentials cannot be checked: {}", e.getMessage());
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                problems.write(HttpStatus.SERVICE_UNAVAILABLE, response);
            } else {
                commence(request, response, e);
            }
        }
    }
}
