package roster.systemtest.readers;

import java.io.IOException;

/** Reads page after page, each after the cursor of the one before. */
final class FeedFollower extends Follower {
    private final Source source;
    private final String path;
    private String after = "0";

    FeedFollower(Source source, String organization) {
        this.source = source;
        this.path = "/organizations/" + organization + "/events?limit=200&after=";
    }

    @Override
    void read() throws IOException, InterruptedException {
        while (!isClosing()) {
            var page = source.queries().get(path + after);
            if (page.status() != 200) {
                throw new IOException(page.status() + " " + page.body());
            }
            page.body().path("data").forEach(this::note);
            after = page.text("/next");
            if (!page.body().path("more").asBoolean()) {
                pause();
            }
        }
    }
}
