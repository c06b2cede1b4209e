package roster.console.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.console.organization.Membership;
import roster.console.service.StreamedQueries;
import roster.contract.role.Permission;

/** {@code /organizations/{org}/activity/events.csv} and {@code .ndjson}: all events with the filter of the page as a file, oldest first. */
@Controller
class ExportController {
    private final StreamedQueries queries;
    private final Relays relays;
    private final ActivityProperties limits;
    private final Clock clock = Clock.systemUTC();

    ExportController(StreamedQueries queries, Relays relays, ActivityProperties limits) {
        this.queries = queries;
        this.relays = relays;
        this.limits = limits;
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
        var relay = relays.open(session, limits.longestExport(), () -> queries.open(
                uri -> search.addTo(ActivityFeed.events(uri, here, ""), clock.instant()).build(), type, Map.of()));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name(here, format)).build().toString())
                .body(to -> {
                    try (relay) {
                        relay.transferTo(to);
                    }
                });
    }

    private String name(Membership here, String format) {
        return here.slug() + "-events-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + format;
    }
}
