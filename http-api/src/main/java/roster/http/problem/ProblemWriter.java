package roster.http.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.http.body.BodyRefusal;
import roster.http.header.SecurityHeaders;
import roster.http.trace.RequestTrace;

/** Writes a problem where no controller is involved. */
@Component
public final class ProblemWriter implements BodyRefusal {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(HttpStatus status, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        SecurityHeaders.addTo(response);
        RequestTrace.addIdTo(response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = json.writeValueAsBytes(Problem.of(status));
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
