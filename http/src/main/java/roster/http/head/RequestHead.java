package roster.http.head;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * Checks what precedes the body of a request. Headers are visible ASCII, spaces and tabs; path and query are percent-encoded UTF-8; a media type has
 * no wildcards; headers that can only mean one thing occur once. Cookies are not checked: those of other sites of the same domain arrive as well.
 */
final class RequestHead {
    private static final List<String> SINGLE = List.of(HttpHeaders.AUTHORIZATION, "Consistency-Token", HttpHeaders.CONTENT_TYPE,
            "Idempotency-Key", HttpHeaders.IF_MATCH, "On-Behalf-Of");
    private static final Pattern VISIBLE = Pattern.compile("[\\t\\x20-\\x7e]*");

    private RequestHead() {}

    static Optional<WrongPart> wrongPart(HttpServletRequest request) {
        return Stream.of(invisible(request), repeated(request), mediaType(request), path(request), query(request))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<WrongPart> invisible(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !name.equalsIgnoreCase(HttpHeaders.COOKIE))
                .filter(name -> values(request, name).anyMatch(value -> !VISIBLE.matcher(value).matches()))
                .findFirst().map(name -> WrongPart.header(BAD_REQUEST, usual(name), "must consist of visible ASCII characters"));
    }

    private static Optional<WrongPart> repeated(HttpServletRequest request) {
        return SINGLE.stream().filter(name -> values(request, name).count() > 1)
                .findFirst().map(name -> WrongPart.header(BAD_REQUEST, name, "is given more than once"));
    }

    private static Optional<WrongPart> mediaType(HttpServletRequest request) {
        return hasWildcard(request.getContentType())
                ? Optional.of(WrongPart.header(UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE, "must be one media type"))
                : Optional.empty();
    }

    /** Text that is no media type is rejected by those who read the body. */
    private static boolean hasWildcard(@Nullable String contentType) {
        try {
            return StringUtils.hasLength(contentType) && !MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static Optional<WrongPart> path(HttpServletRequest request) {
        return isEncoded(request.getRequestURI()) ? Optional.empty()
                : Optional.of(WrongPart.path("The path is not percent-encoded UTF-8."));
    }

    private static Optional<WrongPart> query(HttpServletRequest request) {
        return Stream.ofNullable(request.getQueryString()).flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !isEncoded(parameter))
                .findFirst().map(parameter -> WrongPart.parameter(parameter.split("=", 2)[0], "is not percent-encoded UTF-8"));
    }

    private static boolean isEncoded(String text) {
        try {
            Percent.decode(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Stream<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream();
    }

    /** Names of headers are case-insensitive; those that Roster reads are reported as its documentation spells them. */
    private static String usual(String name) {
        return SINGLE.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }
}
