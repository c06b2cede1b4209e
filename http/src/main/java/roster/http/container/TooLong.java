package roster.http.container;

import static org.springframework.http.HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
import static org.springframework.http.HttpStatus.URI_TOO_LONG;

import java.util.Optional;
import java.util.Set;

import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Recognizes request heads that exceed the limits of the container, which answers them like malformed ones. */
final class TooLong {
    /** The beginnings of the container's own texts, in the language of the machine. */
    private static final Set<String> MESSAGES = Set.of(text("org.apache.coyote.http11", "iib.requestheadertoolarge.error"),
            text("org.apache.tomcat.util.http", "headers.maxCountFail"));

    private TooLong() {}

    /** The status for the part that is too long: the request line while its end has not been read, or else the headers. */
    static Optional<HttpStatus> part(Request request, @Nullable Throwable cause) {
        if (cause == null || MESSAGES.stream().noneMatch(String.valueOf(cause.getMessage())::startsWith)) {
            return Optional.empty();
        }
        return Optional.of(request.getCoyoteRequest().requestURI().isNull() ? URI_TOO_LONG : REQUEST_HEADER_FIELDS_TOO_LARGE);
    }

    private static String text(String bundle, String key) {
        return StringManager.getManager(bundle).getString(key).split("\\{", 2)[0];
    }
}
