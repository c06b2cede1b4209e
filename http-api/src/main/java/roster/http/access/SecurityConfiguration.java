package roster.http.access;

import static org.springframework.security.config.Customizer.withDefaults;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import roster.http.header.SecurityHeaders;
import roster.http.problem.ProblemWriter;

/** Everything but health and metrics, which have a port of their own, needs a bearer token. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain security(HttpSecurity http, OperatorToken operator, ProblemWriter problems) throws Exception {
        var unauthenticated = new Unauthenticated(problems);
        return http
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(EndpointRequest.to("health", "prometheus")).permitAll()
                        .anyRequest().hasAuthority(OperatorToken.OPERATOR))
                .oauth2ResourceServer(bearer -> bearer
                        .authenticationManagerResolver(_ -> operator)
                        .authenticationEntryPoint(unauthenticated))
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

    @Bean
    RequestRejectedHandler suspicious(ProblemWriter problems) {
        return (_, response, _) -> problems.write(HttpStatus.BAD_REQUEST, response);
    }

    private record Unauthenticated(ProblemWriter problems, BearerTokenAuthenticationEntryPoint challenge)
            implements
                AuthenticationEntryPoint {
        Unauthenticated(ProblemWriter problems) {
            this(problems, new BearerTokenAuthenticationEntryPoint());
            challenge.setRealmName("roster");
        }

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
            challenge.commence(request, response, e);
            problems.write(HttpStatus.UNAUTHORIZED, response);
        }
    }
}
