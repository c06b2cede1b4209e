package roster.query.fold;

/** Receives the progress of a build. */
public interface BuildProgress {
    /** @param all number of events to fold, before the first one */
    void total(long all);

    /** @param more events folded since the last call */
    void folded(long more);

    /** All events are folded; keys and indexes follow. */
    void indexing();
}
