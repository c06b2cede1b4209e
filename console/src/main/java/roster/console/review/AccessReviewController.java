package roster.console.review;

import java.time.Instant;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.console.activity.RelayedFiles;
import roster.console.organization.Membership;
import roster.console.page.AsOf;
import roster.console.page.Dialogs;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;
import roster.contract.role.Role;

/** {@code /organizations/{org}/access-review}: who has access, with the file and the manifest of the same position. */
@Controller
class AccessReviewController {
    private static final String PATH = "/organizations/{org}/access-review";
    private static final String VIEW = "review";

    private final AccessReviewPages reviews;
    private final RelayedFiles files;

    AccessReviewController(AccessReviewPages reviews, RelayedFiles files) {
        this.reviews = reviews;
        this.files = files;
    }

    @ModelAttribute("roles")
    List<Role> roles() {
        return List.of(Role.values());
    }

    @GetMapping(PATH)
    Object page(Membership here, @RequestParam(required = false) @Nullable String role, @ModelAttribute("past") AsOf past, Model model) {
        here.require(Permission.AUDIT_READ);
        try {
            return show(here, new ReviewSearch(role, past), model);
        } catch (ServiceRejected e) {
            if (!AsOf.isWrong(e.problem())) {
                throw e;
            }
            show(here, new ReviewSearch(role, AsOf.NOW), model.addAttribute("wrongMoment", past.asOf()));
            return Dialogs.again(VIEW, e.problem(), model.addAttribute("past", AsOf.NOW));
        }
    }

    private String show(Membership here, ReviewSearch search, Model model) {
        model.addAttribute("search", search).addAttribute("found", reviews.find(here, search)).addAttribute("readAt", Instant.now());
        return VIEW;
    }

    /** @param position position that the page is of */
    @GetMapping(PATH + "/review.csv")
    ResponseEntity<StreamingResponseBody> file(Membership here, @RequestParam String position,
            @RequestParam(required = false) @Nullable String role, HttpSession session) {
        return download(here, "", position, role, "text/csv", session);
    }

    @GetMapping(PATH + "/manifest.json")
    ResponseEntity<StreamingResponseBody> manifest(Membership here, @RequestParam String position,
            @RequestParam(required = false) @Nullable String role, HttpSession session) {
        return download(here, "/manifest", position, role, MediaType.APPLICATION_JSON_VALUE, session);
    }

    private ResponseEntity<StreamingResponseBody> download(Membership here, String part, String position, @Nullable String role,
            String type,
            HttpSession session) {
        here.require(Permission.AUDIT_READ);
        var name = here.slug() + "-access-review-" + position + (part.isEmpty() ? ".csv" : "-manifest.json");
        return files.download(uri -> AccessReviewPages.query(uri, part, here).and("asOf", position).and("role", role).build(), type, name,
                session);
    }
}
