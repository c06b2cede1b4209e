package roster.operation.reader;

/** A loop that reads something in order and must get on: the views, a publisher, the mail queue, reports. */
public interface Reader {
    /** Value of the tag {@code reader} of its metrics, and its key in health. */
    String name();

    /** The state as last measured. Asks no server, so that it is also known while a server does not answer. */
    ReaderState state();
}
