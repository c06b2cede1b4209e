package roster.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application that signs users in, and their browser. */
record Application(URI authorize, URI token) {
    static final String CALLBACK = "http://127.0.0.1:8080/login/oauth2/code/test";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Map<String, String> request(String... more) {
        return with(Map.of("client_id", StandInProviders.CLIENT.id(), "redirect_uri", CALLBACK, "response_type", "code",
                "scope", "openid email profile", "state", "a state & more"), more);
    }

    static Map<String, String> with(Map<String, String> parameters, String... more) {
        var all = new HashMap<>(parameters);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    HttpResponse<String> page(Map<String, String> request) {
        return get(URI.create(authorize + "?" + form(request)));
    }

    HttpResponse<String> choose(Map<String, String> request) {
        return post(authorize, form(request));
    }

    /** The parameters that the browser returns with. */
    Map<String, String> callback(Map<String, String> request) {
        var location = URI.create(choose(request).headers().firstValue("Location").orElseThrow());
        return Stream.of(location.getRawQuery().split("&")).map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }

    String code(Map<String, String> request) {
        return Objects.requireNonNull(callback(request).get("code"));
    }

    HttpResponse<String> redeem(String code, String... more) {
        return post(token, form(with(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK,
                "client_id", StandInProviders.CLIENT.id(), "client_secret", StandInProviders.CLIENT.secret()), more)),
                "Accept", "application/json");
    }

    static HttpResponse<String> get(URI address, String... headers) {
        return send(HttpRequest.newBuilder(address), headers);
    }

    static HttpResponse<String> post(URI address, String form, String... headers) {
        return send(HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(form)), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The claims of a JWT. */
    static JsonNode claims(String jwt) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", 3)[1]));
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
