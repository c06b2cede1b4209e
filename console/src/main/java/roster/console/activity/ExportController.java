package roster.console.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.console.organization.Membership;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/activity/events.csv} and {@code .ndjson}: all events with the filter of the page as a file, oldest first. */
@Controller
class ExportController {
    private final RelayedFiles files;
    private final Clock clock = Clock.systemUTC();

    ExportController(RelayedFiles files) {
        this.files = files;
    }

    @GetMapping("/organizations/{org}/activity/events.csv")
    ResponseEntity<StreamingResponseBody> csv(Membership here, @ModelAttribute("search") ActivitySearch search, HttpSession session) {
        return export(here, search, "csv", "text/csv", session);
    }

    @GetMapping("/organizations/{org}/activity/events.ndjson")
    ResponseEntity<StreamingResponseBody> ndjson(Membership here, @ModelAttribute("search") ActivitySearch search, HttpSession session) {
        return export(here, search, "ndjson", "application/x-ndjson", session);
    }

    private ResponseEntity<StreamingResponseBody> export(Membership here, ActivitySearch search, String format, String type,
            HttpSession session) {
        here.require(Permission.EVENTS_READ);
        return files.download(uri -> search.addTo(ActivityFeed.events(uri, here, ""), clock.instant()).build(), type, name(here, format),
                session);
    }

    private String name(Membership here, String format) {
        return here.slug() + "-events-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + format;
    }
}
