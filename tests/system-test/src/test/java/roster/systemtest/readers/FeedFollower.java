package roster.systemtest.readers;

import java.io.IOException;

import roster.systemtest.running.Roster;

/** Reads page after page, each after the cursor of the one before. */
final class FeedFollower extends Follower {
    private final Roster roster;
    private final String path;
    private String after = "0";

    FeedFollower(Roster roster, String organization) {
        this.roster = roster;
        this.path = "/organizations/" + organization + "/events?limit=200&after=";
    }

    @Override
    void read() throws IOException, InterruptedException {
        while (!isClosing()) {
            var page = roster.queries().get(path + after);
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
