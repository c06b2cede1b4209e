package roster.console.compare;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import roster.console.organization.Membership;
import roster.console.page.Dialogs;
import roster.console.page.Place;
import roster.console.service.Queries;
import roster.console.service.ServiceRejected;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/compare}: who joined, left or changed between two days. */
@Controller
class CompareController {
    private static final ParameterizedTypeReference<Difference.Listing> DIFFERENCES = new ParameterizedTypeReference<>() {};
    private static final String VIEW = "compare";

    private final Queries queries;
    private final Clock clock = Clock.systemUTC();

    CompareController(Queries queries) {
        this.queries = queries;
    }

    /** @param next cursor of further differences of the kind; null when all are there */
    record Section(DifferenceKind kind, List<Difference> rows, @Nullable String next) {}

    @GetMapping("/organizations/{org}/compare")
    Object page(Membership here, @ModelAttribute("given") TwoDays given, Model model) {
        here.require(Permission.AUDIT_READ);
        var now = clock.instant();
        var days = given.at(now);
        model.addAttribute("days", days);
        try {
            days.check(now);
            model.addAttribute("end", days.end(now));
            model.addAttribute("sections",
                    Arrays.stream(DifferenceKind.values()).filter(days::isOf).map(it -> section(here, days, it, now)).toList());
            return VIEW;
        } catch (ServiceRejected e) {
            if (e.problem().of("from").or(() -> e.problem().of("to")).isEmpty()) {
                throw e;
            }
            return Dialogs.again(VIEW, e.problem(), model);
        }
    }

    private Section section(Membership here, TwoDays days, DifferenceKind kind, Instant now) {
        var rows = days.place().read((limit, cursor) -> {
            var page = queries.get(uri -> days.uri(uri, Map.of("org", here.organizationId()), kind, now, limit, cursor), DIFFERENCES);
            return new Place.Rows<>(page.data(), page.next());
        });
        return new Section(kind, rows.data(), rows.more());
    }
}
