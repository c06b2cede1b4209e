package roster.operation.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import javax.net.SocketFactory;

import jdk.net.ExtendedSocketOptions;

/**
 * Sockets on which the system asks an idle peer after 10 seconds whether it is still there, and gives up after 25. Its defaults are hours.
 * Named in {@code operation.yml}, and created by the driver.
 */
public final class KeptAliveSockets extends SocketFactory {
    private static final Map<SocketOption<Integer>, Integer> PROBES = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 10, ExtendedSocketOptions.TCP_KEEPINTERVAL, 5, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        socket.setKeepAlive(true);
        for (var probe : PROBES.entrySet()) {
            if (socket.supportedOptions().contains(probe.getKey())) {
                socket.setOption(probe.getKey(), probe.getValue());
            }
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw onlyUnconnected();
    }

    /** The driver connects the socket itself, within its time limit. */
    private static UnsupportedOperationException onlyUnconnected() {
        return new UnsupportedOperationException("the driver connects sockets itself");
    }
}
