package roster.access.control;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks access before anything else of a request. */
@Configuration(proxyBeanMethods = false)
class AccessControlConfiguration implements WebMvcConfigurer {
    private final AccessInterceptor access;

    AccessControlConfiguration(AccessInterceptor access) {
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
