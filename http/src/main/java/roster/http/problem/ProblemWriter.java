package roster.http.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.http.body.BodyRefusal;
import roster.http.head.HeadRefusal;
import roster.http.head.WrongPart;
import roster.http.header.SecurityHeaders;
import roster.http.trace.RequestTrace;

/** Writes a problem where no controller is involved. */
@Component
public final class ProblemWriter implements BodyRefusal, HeadRefusal {
    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(HttpStatus status, HttpServletResponse response) throws IOException {
        write(Problem.of(status), response);
    }

    @Override
    public void write(WrongPart wrong, HttpServletResponse response) throws IOException {
        if (wrong.header() == null && wrong.parameter() == null) {
            write(Problem.of(wrong.status()).because(wrong.detail()), response);
        } else {
            write(Problem.of(wrong.status()).because(null, new FieldError(null, wrong.parameter(), wrong.header(), wrong.detail())),
                    response);
        }
    }

    /** A response that has been sent is not changed: its request may fail afterwards, when its sender closes the connection. */
    public void write(Problem answer, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(answer.status());
        SecurityHeaders.addTo(response);
        RequestTrace.addIdTo(response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = json.writeValueAsBytes(answer);
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
