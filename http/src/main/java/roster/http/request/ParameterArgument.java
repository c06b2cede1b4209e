package roster.http.request;

import java.util.Set;

import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** Resolves a controller argument from query parameters, which are then allowed for every method with such an argument. */
public interface ParameterArgument extends HandlerMethodArgumentResolver {
    /** The names of the parameters that it reads. */
    Set<String> parameters();
}
