package roster.console.form;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

import roster.http.body.BodyAwaitingFilter;
import roster.http.body.BodyRefusal;
import roster.http.head.HeadRefusal;

/** Orders the body filter first, because the CSRF token of a form is in its body. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    static FilterRegistrationBean<BodyAwaitingFilter> bodies(BodyAwaitingFilter bodies) {
        var registration = new FilterRegistrationBean<>(bodies);
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    static FilterRegistrationBean<FormFilter> forms() {
        var registration = new FilterRegistrationBean<>(new FormFilter());
        registration.setOrder(FIRST + 1);
        return registration;
    }

    @Bean
    static BodyRefusal refusal() {
        return (status, response) -> response.sendError(status.value());
    }

    @Bean
    static HeadRefusal headRefusal() {
        return (wrong, response) -> response.sendError(wrong.status().value());
    }
}
