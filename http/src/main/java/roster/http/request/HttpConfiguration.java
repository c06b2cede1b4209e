package roster.http.request;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import roster.http.body.BodyAwaitingFilter;

/** Configures Spring MVC: controller arguments, interceptors and strict JSON. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {
    private static final List<MediaType> OTHER_LANGUAGES = List.of(MediaType.APPLICATION_YAML, MediaType.APPLICATION_XML,
            MediaType.APPLICATION_CBOR);

    private final List<HandlerMethodArgumentResolver> arguments;
    private final ConversionService conversion;

    /** @param conversion depends on this configuration, and is therefore created later */
    HttpConfiguration(List<HandlerMethodArgumentResolver> arguments,
            @Lazy @Qualifier("mvcConversionService") ConversionService conversion) {
        this.arguments = arguments;
        this.conversion = conversion;
    }

    /** Messages of validation are in English, whatever language the caller prefers or the machine has. */
    @Bean
    static LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        StrictTexts.addTo(registry);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters(conversion));
    }

    /**
     * A caller who accepts problems accepts JSON. Of an operation without a body, a document names the media type of its problems only, and
     * generated clients then ask for nothing else.
     */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        var header = new HeaderContentNegotiationStrategy();
        negotiation.strategies(List.of(request -> header.resolveMediaTypes(request).stream()
                .map(it -> it.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON) ? MediaType.APPLICATION_JSON : it).toList()));
    }

    /** Ordered after authentication and rate limits, which need no body. */
    @Bean
    static FilterRegistrationBean<BodyAwaitingFilter> bodies(BodyAwaitingFilter bodies) {
        var registration = new FilterRegistrationBean<>(bodies);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
        return registration;
    }

    /** JSON only, whatever other formats are on the class path. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(it -> it.getSupportedMediaTypes().stream().anyMatch(OTHER_LANGUAGES::contains)));
    }

    /** Rejects duplicate keys, numbers or booleans in place of text, and anything else in place of a whole number. */
    @Bean
    static JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
                .withCoercionConfig(LogicalType.Textual, text -> text
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(LogicalType.Integer, number -> number
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
