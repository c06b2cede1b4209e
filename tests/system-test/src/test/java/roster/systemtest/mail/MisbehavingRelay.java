package roster.systemtest.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that behaves as a {@link Whim} says, and keeps a journal. */
public final class MisbehavingRelay implements AutoCloseable {
    private static final int QUEUE = 200;

    private final Journal journal = new Journal();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lines = new AtomicInteger();
    private final int port;
    private volatile Whim whim = Whim.NONE;
    private volatile ServerSocket door;

    public MisbehavingRelay() {
        door = listen(0);
        port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    public Journal journal() {
        return journal;
    }

    Whim whim() {
        return whim;
    }

    public void follow(Whim newWhim) {
        whim = newWhim;
    }

    boolean isAway() {
        return door.isClosed();
    }

    /** Refuses connections until {@link #comeBack()}. E-mails that were begun are completed, and no others begin. */
    void goAway() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void comeBack() {
        door = listen(port);
    }

    /** Closes all connections, so that clients must connect again. */
    void hangUp() {
        try {
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int wanted) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), QUEUE);
            Thread.ofVirtual().start(() -> letIn(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letIn(ServerSocket listening) {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new Conversation(this, lines.incrementAndGet(), socket).hold();
        } catch (IOException _) {
            // the client has disconnected or was killed
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        goAway();
        hangUp();
    }
}
