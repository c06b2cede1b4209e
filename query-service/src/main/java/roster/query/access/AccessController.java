package roster.query.access;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import roster.access.requirement.AnyCaller;
import roster.query.consistency.PastRead;
import roster.query.decision.Askers;
import roster.query.decision.Decision;
import roster.query.decision.Decisions;

/** {@code /access/v1}: OpenID AuthZEN 1.0. A denial is a normal response; malformed requests and those of callers who may not ask are errors. */
@RestController
@RequestMapping(AccessController.PATH)
final class AccessController {
    static final String PATH = "/access/v1";

    private final Askers askers;
    private final Decisions decisions;
    private final JsonMapper json;

    AccessController(Askers askers, Decisions decisions, JsonMapper json) {
        this.askers = askers;
        this.decisions = decisions;
        this.json = json;
    }

    /**
     * Decision on one evaluation, or on several.
     *
     * @param decision    decision on a single evaluation
     * @param context     context of that decision
     * @param evaluations decisions on several evaluations, in their order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(@Nullable Boolean decision, @Nullable Map<String, Object> context, @Nullable List<Decision> evaluations) {}

    /**
     * Decides whether a subject may perform an action on a resource. Subject and resource need a type and an id, the action a name. Unknown
     * subjects, actions and resources are denied. To ask about others than itself, the caller needs {@code decisions.read} in the
     * organization of the resource. A decision as of a moment names the events that led to it.
     */
    @AnyCaller
    @PostMapping("/evaluation")
    Decision evaluation(@RequestBody AccessRequest request, PastRead past) {
        return decisions.decide(askers.current(), List.of(request.evaluation()), past.read()).getFirst();
    }

    /**
     * Decides several evaluations, in their order. Without any, the default values are the only evaluation. One that lacks a field, or that the
     * caller may not ask about, has an error in its context; when the caller may ask about none, the response is 403.
     */
    @AnyCaller
    @PostMapping("/evaluations")
    Decided evaluations(@RequestBody AccessBatch batch, PastRead past) {
        if (batch.isSingle()) {
            var one = evaluation(batch.defaults(), past);
            return new Decided(one.decision(), one.context(), null);
        }
        var all = decisions.decide(askers.current(), batch.items(json), past.read());
        return new Decided(null, null, batch.semantic().needed(all));
    }
}
