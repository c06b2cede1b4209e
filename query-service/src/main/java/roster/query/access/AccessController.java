package roster.query.access;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import roster.http.access.AnyCaller;
import roster.http.problem.FieldError;
import roster.http.problem.Problem;

/** The Access Evaluation and Access Evaluations APIs. Denials are answers like any other; only what is no question is an error. */
@RestController
@RequestMapping("/access/v1")
final class AccessController {
    private final Askers askers;
    private final Decisions decisions;
    private final JsonMapper json;

    AccessController(Askers askers, Decisions decisions, JsonMapper json) {
        this.askers = askers;
        this.decisions = decisions;
        this.json = json;
    }

    record Evaluations(List<Decision> evaluations) {}

    @AnyCaller
    @PostMapping(path = "/evaluation", consumes = MediaType.APPLICATION_JSON_VALUE)
    Decision evaluation(@RequestBody AccessRequest request) {
        return decisions.decide(askers.current(), List.of(request.item())).getFirst();
    }

    /** Without evaluations it is the question that {@link #evaluation} answers. */
    @AnyCaller
    @PostMapping(path = "/evaluations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Object evaluations(@RequestBody AccessBatch batch) {
        if (batch.isSingle()) {
            return evaluation(batch.defaults());
        }
        var all = decisions.decide(askers.current(), batch.items(json));
        return new Evaluations(batch.semantic().needed(all));
    }

    /** The specification wants 400 where HTTP has a status of its own. */
    @AnyCaller
    @PostMapping({"/evaluation", "/evaluations"})
    ResponseEntity<Object> notJson() {
        var error = FieldError.header(HttpHeaders.CONTENT_TYPE, "is not application/json");
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid", null, error).response();
    }
}
