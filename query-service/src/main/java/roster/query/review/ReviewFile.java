package roster.query.review;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.query.generation.LiveViews;
import roster.query.moment.Cut;
import roster.query.review.Reviews.Part;

/**
 * An access review as a CSV file: members in the order of their invitation, then API tokens in the order of their creation, so that an erasure
 * changes lines and moves none. Reads part by part, each in a snapshot of its own.
 */
final class ReviewFile implements StreamingResponseBody {
    private static final int BATCH = 500;
    private static final long FIRST = -1;

    private final LiveViews views;
    private final Reviews reviews;
    private final LastUses uses;
    private final ReviewFilter filter;
    private final Cut cut;
    private final boolean usage;
    private long rows;
    private long erased;

    /** @param usage true to include what cannot be reproduced */
    ReviewFile(LiveViews views, Reviews reviews, LastUses uses, ReviewFilter filter, Cut cut, boolean usage) {
        this.views = views;
        this.reviews = reviews;
        this.uses = uses;
        this.filter = filter;
        this.cut = cut;
        this.usage = usage;
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
        write(ReviewColumn.head(usage), to);
        write(after -> reviews.members(filter, cut, after, BATCH), to);
        if (filter.includesTokens()) {
            write(after -> reviews.tokens(filter, cut, after, BATCH), to);
        }
    }

    /** Lines that were written, without the head. */
    long rows() {
        return rows;
    }

    /** Those of them whose member was erased. */
    long erased() {
        return erased;
    }

    private void write(Function<Long, Part> parts, OutputStream to) throws IOException {
        for (Long after = FIRST; after != null;) {
            long place = after;
            var part = views.read(_ -> used(parts.apply(place)));
            for (var access : part.accesses()) {
                write(ReviewColumn.line(access, usage), to);
                rows++;
                erased += access.erased() ? 1 : 0;
            }
            after = part.end();
        }
    }

    private Part used(Part part) {
        return usage ? new Part(uses.of(filter.organizationId(), part.accesses()), part.end()) : part;
    }

    private static void write(String line, OutputStream to) throws IOException {
        to.write(line.getBytes(StandardCharsets.UTF_8));
    }
}
