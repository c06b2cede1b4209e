package roster.local.process;

/** Another program uses the port of a local server. */
public final class PortTaken extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private final int port;

    PortTaken(int port) {
        super("port " + port + " on 127.0.0.1 is taken by another program");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
