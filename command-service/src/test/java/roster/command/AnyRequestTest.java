package roster.command;

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
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.command.http.CommandSender;
import roster.local.Effort;
import roster.local.request.OddRequests;
import roster.local.request.Route;

/** Requests with odd bytes in any place, at every route: never a server error, and no stack trace in the log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class AnyRequestTest {
    private static final String SLUG = "odd-requests";

    private static final JsonNode DOCUMENT = new JsonMapper()
            .readTree(AnyRequestTest.class.getResourceAsStream("/openapi/command-service.json"));

    @Autowired private Client client;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    @Test
    void is_answered_without_a_server_error_or_a_stack_trace(CapturedOutput output) {
        var member = client.register(SLUG).text("/memberId");
        long seed = Effort.seed();
        var requests = new OddRequests(client.port(), seed, Effort.of(4, 1), OddRequests::json);

        for (int round = 0; round < Effort.of(1, 10); round++) {
            assertThat(requests.failures(routes(member))).as("seed %d", seed).isEmpty();
            assertThat(output.getAll()).as("seed %d", seed).doesNotContain("\tat ", " ERROR ");
        }
    }

    @Test
    void neither_is_one_to_the_management_port(CapturedOutput output, @Autowired Environment environment) {
        long seed = Effort.seed();
        var requests = new OddRequests(environment.getRequiredProperty("local.management.port", Integer.class), seed, 1, OddRequests::json);
        var routes = Stream.of("/actuator/health", "/actuator/health/liveness", "/actuator/prometheus", "/actuator/env")
                .map(path -> route("GET", path, List.of("includeNames"))).toList();

        for (int round = 0; round < Effort.of(1, 10); round++) {
            assertThat(requests.failures(routes)).as("seed %d", seed).isEmpty();
            assertThat(output.getAll()).as("seed %d", seed).doesNotContain("\tat ", " ERROR ");
        }
    }

    private List<Route> routes(String member) {
        return Stream.concat(Stream.of(route("GET", "/openapi.json", List.of()), route("GET", "/nowhere", List.of())),
                mapping.getHandlerMethods().entrySet().stream().flatMap(it -> routes(it.getKey(), it.getValue(), member))).toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapped, HandlerMethod handler, String member) {
        var parameters = Arrays.stream(handler.getMethodParameters()).filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter).map(it -> it.getName()).toList();
        return methods(mapped).stream().flatMap(method -> paths(mapped, handler)
                .map(path -> route(method.name(), path.replace("{org}", SLUG).replaceAll("\\{[a-z]+\\}", member), parameters)
                        .withBody(example(method, path))));
    }

    /** Commands are only tried, so that members are there until the end. */
    private static Stream<String> paths(RequestMappingInfo mapped, HandlerMethod handler) {
        boolean isCommand = Arrays.asList(handler.getMethod().getParameterTypes()).contains(CommandSender.class);
        return mapped.getPatternValues().stream().filter(it -> !isCommand || it.startsWith("/dry-run/"));
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
