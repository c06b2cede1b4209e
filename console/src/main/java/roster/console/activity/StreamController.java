package roster.console.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.console.organization.Membership;
import roster.console.service.StreamedQueries;
import roster.console.signin.SessionUse;
import roster.contract.role.Permission;

/**
 * {@code /organizations/{org}/activity/stream}: says that events were recorded, as server-sent events with the positions of query-service. What
 * they are is read with the page.
 */
@Controller
class StreamController {
    private static final String LAST_EVENT = "Last-Event-ID";
    private static final Logger log = LoggerFactory.getLogger(StreamController.class);

    private final StreamedQueries queries;
    private final Relays relays;
    private final Duration longest;

    StreamController(StreamedQueries queries, Relays relays, ActivityProperties limits) {
        this.queries = queries;
        this.relays = relays;
        this.longest = limits.longestStream();
    }

    /**
     * @param search    filter of the page; {@code after} is the position of the newest event that it knows
     * @param lastEvent position of the last event that the browser has; takes precedence
     */
    @GetMapping("/organizations/{org}/activity/stream")
    ResponseEntity<StreamingResponseBody> stream(Membership here, @ModelAttribute("search") ActivitySearch search,
            @RequestHeader(name = LAST_EVENT, required = false) @Nullable String lastEvent, HttpSession session,
            HttpServletResponse response) {
        here.require(Permission.EVENTS_READ);
        var relay = relays.open(session, life(session), () -> queries.open(
                uri -> search.addKindTo(ActivityFeed.events(uri, here, "/stream")).and("after", search.after()).build(),
                MediaType.TEXT_EVENT_STREAM_VALUE,
                lastEvent != null && lastEvent.matches("\\d{1,18}") ? Map.of(LAST_EVENT, lastEvent) : Map.of()));
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).header("X-Accel-Buffering", "no").body(to -> {
            try (relay) {
                pass(relay, to, response);
            }
        });
    }

    /** Ends with the session, which streams do not prolong. */
    private Duration life(HttpSession session) {
        var left = SessionUse.left(session);
        if (!left.isPositive()) {
            session.invalidate();
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return left.compareTo(longest) < 0 ? left : longest;
    }

    /** The browser connects again when the stream ends, however it does. */
    private static void pass(Relay relay, OutputStream to, HttpServletResponse response) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(relay, StandardCharsets.UTF_8));
        for (var line = next(lines); line != null; line = next(lines)) {
            to.write(((line.startsWith("data:") ? "data: recorded" : line) + "\n").getBytes(StandardCharsets.UTF_8));
            if (line.isEmpty()) {
                response.flushBuffer();
            }
        }
    }

    private static @Nullable String next(BufferedReader lines) throws IOException {
        try {
            return lines.readLine();
        } catch (ResponseLost e) {
            log.debug("a stream ends", e);
            return null;
        }
    }
}
