package roster.console.page;

import java.util.List;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import roster.console.signin.SessionUse;

/** Controller arguments and template attributes of pages. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    private final List<HandlerMethodArgumentResolver> arguments;

    PageConfiguration(List<HandlerMethodArgumentResolver> arguments) {
        this.arguments = arguments;
    }

    /** The type is that of the filter which it replaces. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> fingerprints(ResourceUrlProvider files) {
        var registration = new FilterRegistrationBean<ResourceUrlEncodingFilter>(new Fingerprints(files::getForLookupPath));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    static FilterRegistrationBean<BrowserZone> browserZone() {
        var registration = new FilterRegistrationBean<>(new BrowserZone());
        registration.addUrlPatterns("/organizations/*");
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new PageAttributes());
        interceptors.addInterceptor(new SessionUse());
    }

    /** Long responses have threads of their own, so that they keep none of the web server. Who opens them decides when they end. */
    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer async) {
        async.setTaskExecutor(new VirtualThreadTaskExecutor("stream-"));
        async.setDefaultTimeout(0);
    }
}
