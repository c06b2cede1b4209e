package roster.query.log;

/** Identity of the root log in an epoch of the event store. After a restore, another log begins, so that no log ever shrinks. */
final class LogOrigin {
    private LogOrigin() {}

    static String of(String log, int epoch) {
        return epoch == 0 ? log : log + "/epoch-" + epoch;
    }
}
