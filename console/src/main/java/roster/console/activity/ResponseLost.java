package roster.console.activity;

/**
 * The rest of a response of query-service will not arrive. Has no cause, because Spring takes the end of a connection for a browser that has left,
 * and completes the response; nothing else handles it, so that the web server aborts the connection.
 */
final class ResponseLost extends RuntimeException {
    ResponseLost(String reason) {
        super(reason, null, false, false);
    }
}
