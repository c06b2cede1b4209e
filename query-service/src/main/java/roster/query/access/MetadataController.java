package roster.query.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import roster.http.access.Anybody;

/** {@code /.well-known/authzen-configuration}: tells enforcement points where the decisions are. */
@RestController
final class MetadataController {
    static final String PATH = "/.well-known/authzen-configuration";

    private final PublicUrl publicUrl;

    MetadataController(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Where the decisions are.
     *
     * @param policyDecisionPoint       this service
     * @param accessEvaluationEndpoint  for one question
     * @param accessEvaluationsEndpoint for many
     */
    record Metadata(@JsonProperty("policy_decision_point") String policyDecisionPoint,
            @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint,
            @JsonProperty("access_evaluations_endpoint") String accessEvaluationsEndpoint) {
        static Metadata at(String url) {
            return new Metadata(url, url + "/access/v1/evaluation", url + "/access/v1/evaluations");
        }
    }

    /** Where the decisions are. */
    @Anybody
    @GetMapping(PATH)
    Metadata metadata() {
        return Metadata.at(publicUrl.orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    }
}
