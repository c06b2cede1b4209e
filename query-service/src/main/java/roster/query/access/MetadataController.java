package roster.query.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Anybody;

/** {@code /.well-known/authzen-configuration}: metadata for policy enforcement points. */
@RestController
final class MetadataController {
    static final String PATH = "/.well-known/authzen-configuration";

    private final PublicUrl publicUrl;

    MetadataController(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Metadata of the policy decision point.
     *
     * @param policyDecisionPoint       URL of this service
     * @param accessEvaluationEndpoint  URL for one evaluation
     * @param accessEvaluationsEndpoint URL for several evaluations
     */
    record Metadata(@JsonProperty("policy_decision_point") String policyDecisionPoint,
            @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint,
            @JsonProperty("access_evaluations_endpoint") String accessEvaluationsEndpoint) {
        static Metadata at(String url) {
            return new Metadata(url, url + "/access/v1/evaluation", url + "/access/v1/evaluations");
        }
    }

    /** Shows the metadata of the policy decision point. */
    @Anybody
    @GetMapping(PATH)
    Metadata metadata() {
        return Metadata.at(publicUrl.url());
    }
}
