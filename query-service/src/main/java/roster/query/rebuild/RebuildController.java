package roster.query.rebuild;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import roster.access.document.Rejections;
import roster.access.requirement.OperatorOnly;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.RebuildRunning;

/** {@code /admin/projections/views/rebuilds}: rebuilds of the views, and runs that verify them. */
@RestController
final class RebuildController {
    /** The only projection. */
    static final String VIEWS = "views";

    private final Rebuilds rebuilds;
    private final RebuildRunner runner;

    RebuildController(Rebuilds rebuilds, RebuildRunner runner) {
        this.rebuilds = rebuilds;
        this.runner = runner;
    }

    /**
     * Rebuilds all views from the event store. The old views stay in use until the new ones have caught up. Responds at once; `Location` is where
     * the progress is.
     *
     * @param name   {@code views}
     * @param verify folds the events and compares the result with the live views row by row, and does not switch
     */
    @Rejections(RebuildRunning.class)
    @OperatorOnly
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/admin/projections/{name}/rebuild")
    RebuildProgress begin(@Size(max = 64) @PathVariable String name, @RequestParam(defaultValue = "false") boolean verify,
            HttpServletResponse response) {
        requireViews(name);
        var id = rebuilds.request(verify, false).orElseThrow(() -> new QueryRejected(new RebuildRunning()));
        runner.wake();
        response.setHeader(HttpHeaders.LOCATION, "/admin/projections/" + name + "/rebuilds/" + id);
        return one(name, id);
    }

    /**
     * Progress and result of a rebuild or a verifying run. Results are kept for 30 days.
     *
     * @param name    {@code views}
     * @param rebuild id of the rebuild
     */
    @OperatorOnly
    @GetMapping("/admin/projections/{name}/rebuilds/{rebuild}")
    RebuildProgress one(@Size(max = 64) @PathVariable String name, @PathVariable UUID rebuild) {
        requireViews(name);
        return rebuilds.find(rebuild).orElseThrow(QueryRejected::notFound);
    }

    private static void requireViews(String name) {
        if (!name.equals(VIEWS)) {
            throw QueryRejected.notFound();
        }
    }
}
