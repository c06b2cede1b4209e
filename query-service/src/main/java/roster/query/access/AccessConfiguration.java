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

import roster.http.access.OpenPaths;
import roster.http.problem.FieldError;
import roster.http.problem.Problem;

/** What the specification wants otherwise than it is elsewhere. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /** Where the decisions are is no secret. */
    @Bean
    static OpenPaths metadata() {
        return new OpenPaths(List.of(MetadataController.PATH));
    }

    /** 400, although HTTP has a status of its own for another content type. */
    @Bean
    static RouterFunction<ServerResponse> otherThanJson() {
        return route().POST(AccessController.PATH + "/{api}", request -> !isJson(request), _ -> notJson()).build();
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
                .body(Problem.of(HttpStatus.BAD_REQUEST, "invalid", null, error));
    }
}
