package roster.operation.reconcile;

import java.util.List;

/** Compares two copies of what is known of members. What is in flight between them must not be reported as a difference. */
public interface Comparison {
    /** Names both copies, such as {@code store-views}: the value of the tag {@code pair}. */
    String pair();

    /** Two integers: the key of the PostgreSQL advisory lock of the instance that compares. */
    String lock();

    /** Compares all members, in chunks. */
    void compareAll(Pass pass) throws Exception;

    /** Compares members again who are known to differ. Returns those who still do, or all where only a pass can tell. */
    List<Difference> compareAgain(List<Difference> known) throws Exception;

    /** One pass over all members. */
    interface Pass {
        void found(Difference difference);

        /**
         * To be called after each chunk. Pauses, so that the pass takes no more than its share of the time.
         *
         * @param compared number of members or records in the chunk
         */
        void rest(int compared) throws InterruptedException;
    }
}
