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

import roster.access.control.AnyCaller;

/** {@code /access/v1}: OpenID AuthZEN 1.0. A denial is a normal response; only malformed requests are errors. */
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
     * subjects, actions and resources are denied, as are subjects that the caller may not ask about: all but the caller itself need
     * {@code decisions.read}.
     */
    @AnyCaller
    @PostMapping("/evaluation")
    Decision evaluation(@RequestBody AccessRequest request) {
        return decisions.decide(askers.current(), List.of(request.item())).getFirst();
    }

    /** Decides several evaluations, in their order. Without any, the default values are the only evaluation. */
    @AnyCaller
    @PostMapping("/evaluations")
    Decided evaluations(@RequestBody AccessBatch batch) {
        if (batch.isSingle()) {
            var one = evaluation(batch.defaults());
            return new Decided(one.decision(), one.context(), null);
        }
        var all = decisions.decide(askers.current(), batch.items(json));
        return new Decided(null, null, batch.semantic().needed(all));
    }
}
