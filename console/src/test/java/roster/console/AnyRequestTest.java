package roster.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import roster.local.Effort;
import roster.local.request.OddRequests;
import roster.local.request.Route;

/** Requests with odd bytes in any place, at every page: never a server error, and no stack trace in the log. */
@ConsoleTest
@ExtendWith(OutputCaptureExtension.class)
class AnyRequestTest {
    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    @Autowired private Environment environment;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    @Test
    void is_answered_without_a_server_error_or_a_stack_trace(CapturedOutput output) {
        Acme.asAdmin(services);
        var ada = browsers.signedIn();
        var secret = "_csrf=" + ada.get("/organizations/acme/members/" + Acme.GRACE + "/delete").hidden().get("_csrf") + "&";
        long seed = Effort.seed();
        var requests = new OddRequests(environment.getRequiredProperty("local.server.port", Integer.class), seed, Effort.of(4, 1),
                odd -> secret + OddRequests.form(odd));

        for (int round = 0; round < Effort.of(1, 10); round++) {
            assertThat(requests.failures(routes(ada.cookies(), secret))).as("seed %d", seed).isEmpty();
            assertThat(output.getAll()).as("seed %d", seed).doesNotContain("\tat ", " ERROR ");
        }
    }

    private List<Route> routes(String cookies, String secret) {
        var others = Stream.of("/nowhere", "/error", "/oauth2/authorization/google", "/login/oauth2/code/google?code=1&state=1",
                "/sign-out",
                "/style.css");
        return Stream.concat(others.map(path -> route("GET", path, List.of("code", "state"), cookies, "")),
                mapping.getHandlerMethods().entrySet().stream().flatMap(it -> routes(it.getKey(), it.getValue(), cookies, secret)))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo mapped, HandlerMethod handler, String cookies, String secret) {
        var parameters = Arrays.stream(handler.getMethodParameters()).flatMap(AnyRequestTest::parameters).toList();
        return methods(mapped).stream().flatMap(method -> mapped.getPatternValues().stream()
                .map(path -> route(method.name(), withValues(path), parameters, cookies, method == RequestMethod.POST ? secret : "")));
    }

    private static String withValues(String path) {
        return path.replace("{org}", "acme").replaceAll("\\{action:([a-z]+).*\\}", "$1").replaceAll("\\{[a-z]+\\}", Acme.GRACE.toString());
    }

    /** Parameters, and the components of records that are bound to them. */
    private static Stream<String> parameters(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                : Stream.of(parameter.getParameter().getName());
    }

    private static Set<RequestMethod> methods(RequestMappingInfo mapped) {
        var methods = mapped.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private static Route route(String method, String path, List<String> parameters, String cookies, String body) {
        var headers = Map.of("Host", "127.0.0.1", "Connection", "close", "Cookie", cookies);
        return new Route(method, path, parameters, headers, body)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }
}
