package roster.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import tools.jackson.databind.node.ObjectNode;

/** What springdoc finds out about the controllers: paths, parameters, bodies and their schemas. */
final class Skeleton {
    private final OpenApiWebMvcResource springdoc;
    private final List<HandlerMethodArgumentResolver> resolvers;

    /** @param resolvers of ours, whose arguments are no parameters */
    Skeleton(OpenApiWebMvcResource springdoc, List<HandlerMethodArgumentResolver> resolvers) {
        this.springdoc = springdoc;
        this.resolvers = resolvers;
    }

    ObjectNode of(List<Endpoint> endpoints) {
        endpoints.forEach(this::ignoreWhatIsNoParameter);
        try {
            return (ObjectNode) Json.MAPPER.readTree(springdoc.openapiJson(new MockHttpServletRequest(), "", Locale.ROOT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ignoreWhatIsNoParameter(Endpoint endpoint) {
        Arrays.stream(endpoint.handler().getMethodParameters())
                .filter(parameter -> resolvers.stream().anyMatch(it -> it.supportsParameter(parameter)))
                .forEach(it -> SpringDocUtils.getConfig().addRequestWrapperToIgnore(it.getParameterType()));
    }
}
