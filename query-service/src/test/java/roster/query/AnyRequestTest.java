package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.local.Effort;
import roster.local.request.OddRequests;
import roster.local.request.Route;

/** Requests with odd bytes in any place, at every route: never a server error, and no stack trace in the log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AnyRequestTest {
    private static final Acme ACME = Acme.named("odd-requests");

    private static final JsonNode DOCUMENT = new JsonMapper()
            .readTree(AnyRequestTest.class.getResourceAsStream("/openapi/query-service.json"));

    @Autowired private Client client;
    @Autowired private Recorder recorder;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    @Test
    void is_answered_without_a_server_error_or_a_stack_trace(CapturedOutput output) {
        recorder.record(ACME.id(), ACME.founded());
        long seed = Effort.seed();
        var requests = new OddRequests(client.port(), seed, Effort.of(4, 1), OddRequests::json);

        for (int round = 0; round < Effort.of(1, 10); round++) {
            assertThat(requests.failures(routes())).as("seed %d", seed).isEmpty();
            assertThat(output.getAll()).as("seed %d", seed).doesNotContain("\tat ", " ERROR ");
        }
    }

    private List<Route> routes() {
        return Stream.concat(Stream.of(route("GET", "/openapi.json", List.of()), route("GET", "/nowhere", List.of())),
                mapping.getHandlerMethods().entrySet().stream().filter(it -> !isStream(it.getKey()))
                        .flatMap(it -> routes(it.getKey(), it.getValue())))
                .toList();
    }

    /** A response that does not end. */
    private static boolean isStream(RequestMappingInfo mapped) {
        return mapped.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
    }

    private static Stream<Route> routes(RequestMappingInfo mapped, HandlerMethod handler) {
        var parameters = Arrays.stream(handler.getMethodParameters()).filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter).map(it -> it.getName()).toList();
        return methods(mapped).stream().flatMap(method -> mapped.getPatternValues().stream()
                .map(path -> route(method.name(), path.replace("{org}", ACME.organization().slug())
                        .replaceAll("\\{[a-z]+\\}", ACME.ada().toString()), parameters).withBody(example(method, path))));
    }

    /** The body of a request in the OpenAPI document, or none. */
    private static String example(RequestMethod method, String path) {
        var body = DOCUMENT.path("paths").path(path).path(method.name().toLowerCase(Locale.ROOT)).path("requestBody").path("content")
                .path("application/json").path("example");
        return body.isMissingNode() ? "" : body.toString();
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapped) {
        var methods = mapped.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private static Route route(String method, String path, List<String> parameters) {
        return new Route(method, path, parameters, Map.of("Host", "127.0.0.1", "Connection", "close", "Authorization",
                "Bearer " + FreshDatabase.OPERATOR_TOKEN, "Content-Type", "application/json"), "");
    }
}
