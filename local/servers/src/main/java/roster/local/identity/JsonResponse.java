package roster.local.identity;

import static roster.local.http.LoopbackOnly.send;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;

/** JSON responses. */
final class JsonResponse {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonResponse() {}

    static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsString(body));
    }
}
