package roster.console.activity;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriBuilder;

import roster.console.service.ServiceRejected;
import roster.console.service.StreamedQueries;

/** Passes files of any length on from query-service to the browser, as downloads. */
@Component
public final class RelayedFiles {
    private final StreamedQueries queries;
    private final Relays relays;
    private final ActivityProperties limits;

    RelayedFiles(StreamedQueries queries, Relays relays, ActivityProperties limits) {
        this.queries = queries;
        this.relays = relays;
        this.limits = limits;
    }

    /**
     * @param type media type, without a character set
     * @param name name of the file
     * @throws ServiceRejected when the query fails, or too many files are open
     */
    public ResponseEntity<StreamingResponseBody> download(Function<UriBuilder, URI> uri, String type, String name, HttpSession session) {
        var relay = relays.open(session, limits.longestExport(), () -> queries.open(uri, type, Map.of()));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(to -> {
                    try (relay) {
                        relay.transferTo(to);
                    }
                });
    }
}
