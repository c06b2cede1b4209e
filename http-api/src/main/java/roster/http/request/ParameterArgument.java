package roster.http.request;

import java.util.Set;

import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** Makes arguments of controllers from query parameters, which a request may therefore have wherever a controller asks for one. */
public interface ParameterArgument extends HandlerMethodArgumentResolver {
    /** The names of the parameters that it reads. */
    Set<String> parameters();
}
