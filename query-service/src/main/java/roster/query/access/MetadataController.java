package roster.query.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.Anybody;

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
     * @param searchSubjectEndpoint     URL for the search of subjects
     * @param searchResourceEndpoint    URL for the search of resources
     * @param searchActionEndpoint      URL for the search of actions
     */
    record Metadata(@JsonProperty("policy_decision_point") String policyDecisionPoint,
            @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint,
            @JsonProperty("access_evaluations_endpoint") String accessEvaluationsEndpoint,
            @JsonProperty("search_subject_endpoint") String searchSubjectEndpoint,
            @JsonProperty("search_resource_endpoint") String searchResourceEndpoint,
            @JsonProperty("search_action_endpoint") String searchActionEndpoint) {
        static Metadata at(String url) {
            var api = url + "/access/v1";
            return new Metadata(url, api + "/evaluation", api + "/evaluations", api + "/search/subject", api + "/search/resource",
                    api + "/search/action");
        }
    }

    /** Shows the metadata of the policy decision point. */
    @Anybody
    @GetMapping(PATH)
    Metadata metadata() {
        return Metadata.at(publicUrl.url());
    }
}
