package roster.local.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends requests with odd headers, parameters, paths and bodies, drawn from a seed, and reports those that are answered with a server error or
 * not at all. A transfer coding that is not implemented may be answered with 501 (RFC 9112).
 */
public final class OddRequests {
    private static final List<String> HEADERS = List.of("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language",
            "Access-Control-Request-Headers", "Access-Control-Request-Method", "Authorization", "Cache-Control", "Connection",
            "Consistency-Token", "Content-Encoding", "Content-Language", "Content-Length", "Content-Type", "Cookie", "Date", "DPoP",
            "Expect",
            "Forwarded", "Host", "HX-Boosted", "HX-Current-URL", "HX-History-Restore-Request", "HX-Request", "HX-Target", "HX-Trigger",
            "Idempotency-Key", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "On-Behalf-Of",
            "Origin",
            "Prefer", "Range", "Referer", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "X-Correlation-ID", "X-CSRF-TOKEN",
            "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Proto", "X-HTTP-Method-Override",
            "X-Request-ID", "X-Requested-With", "traceparent", "tracestate");
    /** Of a request that ends within its body, which need not be answered. */
    private static final String CUT = "Content-Length: 999";
    private static final List<String> CONTENT_TYPES = List.of("*/*", "text/*", "application/*+json", "*", "json",
            "application/json; charset=x",
            "application/json; charset=\"", "application/json; charset=utf-16", "multipart/form-data",
            "application/x-www-form-urlencoded; charset=no-such");

    /** A string in JSON that is a value, and not a name. */
    private static final Pattern STRING = Pattern.compile("\"[^\"\\\\]*\"(?=\\s*[,\\]}])");
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 [1-4]");

    private final int port;
    private final Random random;
    private final int oneOf;
    private final OddText odd;
    private final Function<String, String> bodies;

    /**
     * @param oneOf  how many requests one is drawn of; 1 for all
     * @param bodies makes a body of a text, one character for each byte
     */
    public OddRequests(int port, long seed, int oneOf, Function<String, String> bodies) {
        this.port = port;
        this.random = new Random(seed);
        this.oneOf = oneOf;
        this.odd = new OddText(random);
        this.bodies = bodies;
    }

    /** Forms with odd names and values. */
    public static String form(String odd) {
        return odd + "=" + odd + "&reason=" + odd + "&name=" + odd + "&%ZZ";
    }

    /** JSON in which the text stands for a name, for a value, and unquoted. */
    public static String json(String odd) {
        return "{\"reason\": \"" + odd + "\", \"name\": \"" + odd + "\", \"" + odd + "\": " + odd + "}";
    }

    /** The requests to these routes that met an error of the service, with what was answered. */
    public List<String> failures(List<Route> routes) {
        return routes.stream().flatMap(this::to).filter(_ -> random.nextInt(oneOf) == 0).filter(this::fails).map(this::described).toList();
    }

    private Stream<String> to(Route route) {
        var all = new ArrayList<String>();
        HEADERS.forEach(name -> all.add(route.header(name, value(name)).text()));
        HEADERS.forEach(name -> all.add(route.text(name + ": 1", name + ": " + value(name))));
        CONTENT_TYPES.forEach(type -> all.add(route.header("Content-Type", type).text()));
        names(route).forEach(name -> {
            var path = route.path() + (route.path().contains("?") ? "&" : "?") + name;
            all.add(route.path(path + "=" + odd.escaped()).text());
            all.add(route.path(path + "=" + odd.escaped() + "&" + name + "=1").text());
            all.add(route.path(path + odd.escaped() + "=1").text());
        });
        for (int i = 1; i < route.path().split("/").length; i++) {
            all.add(route.path(withSegment(route.path(), i, odd.escaped())).text());
        }
        all.add(route.path(route.path() + odd.escaped()).text(CUT));
        all.add(route.withBody(odd.bytes()).text());
        all.add(route.withBody(bodies.apply(odd.bytes())).text());
        STRING.matcher(route.body()).results().forEach(it -> all.add(
                route.withBody(route.body().substring(0, it.start()) + "\"" + odd.json() + "\"" + route.body().substring(it.end()))
                        .text()));
        all.add(route.method("OPTIONS").header("Origin", odd.bytes()).header("Access-Control-Request-Method", "GET").text());
        return all.stream();
    }

    /** Any length of a body but one that is longer than the body: its request would be no whole one. */
    private String value(String header) {
        return header.equals("Content-Length") ? "-" + odd.bytes() : odd.bytes();
    }

    private static List<String> names(Route route) {
        return Stream.concat(route.parameters().stream(), Stream.of("x")).toList();
    }

    private static String withSegment(String path, int place, String segment) {
        var parts = path.split("/");
        parts[place] = segment;
        return String.join("/", parts);
    }

    private boolean fails(String request) {
        var answer = answer(request);
        if (answer.isEmpty()) {
            return !request.contains(CUT);
        }
        return !ANSWER.matcher(answer).lookingAt() && !(request.contains("Transfer-Encoding") && answer.startsWith("HTTP/1.1 501"));
    }

    private String answer(String request) {
        try {
            return RawHttp.exchangeWhole(port, request);
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + visible(request), e);
        }
    }

    private String described(String request) {
        return visible(request) + "\n -> " + visible(answer(request));
    }

    private static String visible(String text) {
        return text.chars().mapToObj(
                it -> it == '\n' || (it >= ' ' && it < 0x7f) ? String.valueOf((char) it) : String.format(Locale.ROOT, "\\x%02x", it))
                .collect(Collectors.joining());
    }
}
