package roster.command.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps every command a second time, with the path of its dry run: {@code /dry-run} and its own path. */
@Component
public final class DryRunPaths implements WebMvcRegistrations {
    static final String PREFIX = "/dry-run";

    /** The path of a command, and that of its dry run. */
    public static Stream<String> with(String path) {
        return Stream.of(path, PREFIX + path);
    }

    /** True for a request that was mapped to the dry run of a command. */
    static boolean isIn(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)).startsWith(PREFIX + "/");
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    private static final class Mapping extends RequestMappingHandlerMapping {
        @Override
        protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> controller) {
            var mapping = super.getMappingForMethod(method, controller);
            if (mapping == null || !Arrays.asList(method.getParameterTypes()).contains(CommandSender.class)) {
                return mapping;
            }
            return mapping.mutate().paths(mapping.getPatternValues().stream().flatMap(DryRunPaths::with).toArray(String[]::new)).build();
        }
    }
}
