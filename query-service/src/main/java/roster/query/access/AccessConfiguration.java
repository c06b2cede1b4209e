package roster.query.access;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import roster.access.control.OpenPaths;
import roster.http.problem.FieldError;
import roster.http.problem.Problem;

/** Deviations from other endpoints that the AuthZEN specification requires. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /** The metadata needs no credential. */
    @Bean
    static OpenPaths metadata() {
        return new OpenPaths(List.of(MetadataController.PATH));
    }

    /** Answers another content type with 400 instead of 415. */
    @Bean
    static RouterFunction<ServerResponse> otherThanJson() {
        return route().POST(AccessController.PATH + "/**", request -> !isJson(request), _ -> notJson()).build();
    }

    private static boolean isJson(ServerRequest request) {
        try {
            return request.headers().contentType().filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype).isPresent();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static ServerResponse notJson() {
        var error = FieldError.header(HttpHeaders.CONTENT_TYPE, "is not application/json");
        return ServerResponse.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(HttpStatus.BAD_REQUEST).because(null, error));
    }
}
