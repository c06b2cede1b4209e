package roster.http.body;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** A small service on a random port, with two request threads. */
final class Service implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service with(String... settings) {
        return new Service(new SpringApplicationBuilder(Application.class).bannerMode(Banner.Mode.OFF)
                .properties("server.port=0", "server.address=127.0.0.1", "server.tomcat.threads.max=2",
                        "server.tomcat.threads.min-spare=2", "server.tomcat.connection-timeout=1h", "roster.body.longest=64KB",
                        "roster.body.deadline=1h")
                .run(Arrays.stream(settings).map(setting -> "--" + setting).toArray(String[]::new)));
    }

    Connection connect() {
        return Connection.to(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootApplication
    @ConfigurationPropertiesScan
    @RestController
    static class Application {
        @GetMapping("/hello")
        String hello() {
            return "hello";
        }

        @PostMapping("/echo")
        String echo(@RequestBody String body, @RequestParam(required = false) @Nullable String field) {
            return field + ":" + body;
        }

        @Bean
        BodyRefusal refusal() {
            return (status, response) -> {
                response.setStatus(status.value());
                response.setContentLength(0);
            };
        }

        @Bean
        FilterRegistrationBean<Guard> guard() {
            var guard = new FilterRegistrationBean<>(new Guard());
            guard.setOrder(0);
            return guard;
        }

        @Bean
        FilterRegistrationBean<BodyAwaitingFilter> bodies(BodyAwaitingFilter bodies) {
            var registration = new FilterRegistrationBean<>(bodies);
            registration.setOrder(Ordered.LOWEST_PRECEDENCE);
            return registration;
        }
    }

    /** Admits requests that name a user or ask for an open path. */
    static final class Guard extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var name = request.getHeader("X-Name");
            if (name == null && request.getRequestURI().equals("/closed")) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setContentLength(0);
            } else {
                chain.doFilter(new HttpServletRequestWrapper(request) {
                    @Override
                    public @Nullable Principal getUserPrincipal() {
                        return name == null ? null : () -> name;
                    }
                }, response);
            }
        }
    }
}
