package roster.notification.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

import org.jspecify.annotations.Nullable;

/** Creates plain sockets, and can close the newest one while another thread waits on it. */
final class AbortableSockets extends SocketFactory {
    private volatile @Nullable Socket newest;

    @Override
    public Socket createSocket() throws SocketException {
        var socket = new Socket();
        // an e-mail is written in several pieces: the last one must not wait until the relay acknowledges the others, up to 40 ms later
        socket.setTcpNoDelay(true);
        newest = socket;
        return socket;
    }

    void abort() {
        var socket = newest;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is closed anyway
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("without a time limit");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("without a time limit");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("without a time limit");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("without a time limit");
    }
}
