package roster.console.proof;

import java.util.UUID;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.console.activity.RelayedFiles;
import roster.console.organization.Membership;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/proofs/{event}}: proof that an event is in the signed log, as a file for {@code roster-verify}. */
@Controller
class ProofController {
    private final RelayedFiles files;

    ProofController(RelayedFiles files) {
        this.files = files;
    }

    @GetMapping("/organizations/{org}/proofs/{event}")
    ResponseEntity<StreamingResponseBody> proof(Membership here, @PathVariable UUID event, HttpSession session) {
        here.require(Permission.AUDIT_READ);
        return files.download(uri -> uri.path("/organizations/{org}/log/proof").queryParam("event", event).build(here.organizationId()),
                "application/json", here.slug() + "-proof-" + event + ".json", session);
    }
}
