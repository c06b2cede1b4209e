package roster.query.feed;

import roster.contract.word.Word;

/** Order of events on a page. */
public enum FeedOrder implements Word {
    OLDEST,
    NEWEST;

    public static final String DEFAULT = "oldest";
}
