package roster.command.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

import roster.command.rejection.Problem;

/** Every path but health and metrics needs a bearer token that we know. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    static final String OPERATOR = "operator";

    @Bean
    SecurityFilterChain security(HttpSecurity http, AuthenticationManager callers, JsonMapper json) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus").permitAll()
                        .anyRequest().authenticated())
                .oauth2ResourceServer(bearer -> bearer
                        .authenticationManagerResolver(_ -> callers)
                        .authenticationEntryPoint((_, response, _) -> unauthenticated(response, json)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((_, response, _) -> unauthenticated(response, json)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    AuthenticationManager callers(OperatorProperties operator) {
        return authentication -> {
            if (authentication instanceof BearerTokenAuthenticationToken bearer && isEqual(bearer.getToken(), operator.token())) {
                return operator();
            }
            throw new InvalidBearerTokenException("unknown token");
        };
    }

    private static Authentication operator() {
        return UsernamePasswordAuthenticationToken.authenticated(OPERATOR, null, List.of());
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static void unauthenticated(HttpServletResponse response, JsonMapper json) throws java.io.IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("WWW-Authenticate", "Bearer realm=\"roster\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(),
                Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid bearer token is needed."));
    }
}
