package roster.http.head;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The part of a request for which it is rejected: a header or a parameter of the query; the path when both are null.
 *
 * @param status of the answer
 */
public record WrongPart(HttpStatus status, @Nullable String header, @Nullable String parameter, String detail) {
    static WrongPart header(HttpStatus status, String name, String detail) {
        return new WrongPart(status, name, null, detail);
    }

    static WrongPart parameter(String name, String detail) {
        return new WrongPart(HttpStatus.BAD_REQUEST, null, name, detail);
    }

    static WrongPart path(String detail) {
        return new WrongPart(HttpStatus.BAD_REQUEST, null, null, detail);
    }
}
