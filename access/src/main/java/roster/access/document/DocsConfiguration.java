package roster.access.document;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import roster.access.control.OpenPaths;

/** Shows the OpenAPI document in a browser at {@code /docs}, where this is enabled. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("roster.docs")
class DocsConfiguration implements WebMvcConfigurer {
    private static final String HOME = "/docs";
    private static final String PAGE = HOME + "/index.html";
    private static final String FILES = HOME + "/**";
    /** Content-Security-Policy that lets the script of Swagger UI set styles and data images. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String swaggerUi;

    /** @param swaggerUi version of Swagger UI, part of the path of its files */
    DocsConfiguration(@Value("classpath:/META-INF/maven/org.webjars/swagger-ui/pom.properties") Resource swaggerUi) throws IOException {
        this.swaggerUi = PropertiesLoaderUtils.loadProperties(swaggerUi).getProperty("version");
    }

    @Bean
    OpenPaths docs() {
        return new OpenPaths(List.of(HOME, FILES));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController(HOME, PAGE);
        registry.addRedirectViewController(HOME + "/", PAGE);
    }

    /** Searches our page first, so that it replaces the one of Swagger UI. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(FILES)
                .addResourceLocations("classpath:/roster/docs/", "classpath:/META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PagePolicy()).addPathPatterns(HOME, FILES);
    }

    private static final class PagePolicy implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Content-Security-Policy", POLICY);
            return true;
        }
    }
}
