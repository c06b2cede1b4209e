package roster.query.review;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;

import org.springframework.stereotype.Component;

import roster.query.generation.LiveViews;
import roster.query.moment.Cut;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;

/** Makes the manifests of CSV files, each from the bytes of the file. */
@Component
final class ReviewManifests {
    private static final int ATTEMPTS = 3;
    private static final Duration LATER = Duration.ofSeconds(10);

    private final LiveViews views;
    private final Reviews reviews;
    private final LastUses uses;
    private final NewestEvents events;

    ReviewManifests(LiveViews views, Reviews reviews, LastUses uses, NewestEvents events) {
        this.views = views;
        this.reviews = reviews;
        this.uses = uses;
        this.events = events;
    }

    /**
     * Reads the whole file, again when a member was erased meanwhile.
     *
     * @throws QueryRejected as unavailable while members are erased one after the other
     */
    ReviewManifest of(ReviewFilter filter, Cut cut) {
        for (int i = 0; i < ATTEMPTS; i++) {
            long before = erasures(filter);
            var manifest = read(filter, cut, before);
            if (erasures(filter) == before) {
                return manifest;
            }
        }
        throw new QueryRejected(new Unavailable("Members are being erased.", LATER));
    }

    private long erasures(ReviewFilter filter) {
        return views.read(_ -> events.erasures(filter.organizationId()));
    }

    private ReviewManifest read(ReviewFilter filter, Cut cut, long erasures) {
        var file = new ReviewFile(views, reviews, uses, filter, cut, false);
        var digest = new Digest();
        try {
            file.writeTo(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var position = Long.toString(cut.position());
        return new ReviewManifest("/organizations/" + filter.organizationId() + "/access-review?asOf=" + position + filter.parameters(),
                position, Objects.requireNonNull(cut.asOf()), file.rows(), digest.bytes, HexFormat.of().formatHex(digest.sha256.digest()),
                file.erased(), erasures);
    }

    /** Counts and hashes bytes. */
    private static final class Digest extends OutputStream {
        private final MessageDigest sha256 = sha256();
        private long bytes;

        @Override
        public void write(int one) {
            sha256.update((byte) one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            sha256.update(some, offset, length);
            bytes += length;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
