package roster.http.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Builds the problem that names the unreadable part of a body. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> invalid(null, pointer(unknown.getPath()), "is not a field of this request");
            case DatabindException mistyped when !mistyped.getPath().isEmpty() -> invalid(null, pointer(mistyped.getPath()),
                    Expectation.of(mistyped));
            case StreamReadException broken -> invalid("The body is not valid JSON, or contains a duplicate key.", whereItBroke(broken),
                    "cannot be read");
            case JacksonException _ -> invalid("The body is not a JSON object of the expected form.", "", "is not a JSON object");
            case null, default -> invalid("The body is missing.", "", "is missing");
        };
    }

    private static Problem invalid(@Nullable String detail, String pointer, String wrong) {
        return Problem.of(HttpStatus.BAD_REQUEST).because(detail, FieldError.pointer(pointer, wrong));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String whereItBroke(StreamReadException e) {
        var parser = e.processor();
        return parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
    }
}
