package roster.benchmark.record;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import roster.systemtest.running.Await;

/**
 * Many readers of server-sent events on one thread, so that they take as little of the machine as possible from the service. Notes when each
 * event arrives, by the position that is its id.
 */
public final class StreamReaders implements AutoCloseable {
    private static final Pattern EVENT = Pattern.compile("id: (\\d+)\ndata: ");
    private static final int LONGEST_START = 40;
    /** Readers that connect at the same time; more would be refused while the service is cold. */
    private static final int AT_ONCE = 20;

    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Map<Long, List<Long>> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().name("stream-readers").daemon().unstarted(this::read);
    private volatile boolean closed;

    /** End of the bytes that a reader has received, in which an event may begin. */
    private static final class Response {
        private final StringBuilder rest = new StringBuilder();
        private boolean hasBegun;
    }

    public StreamReaders(int readers, int port, String path, String token) throws IOException {
        selector = Selector.open();
        var request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        thread.start();
        for (int i = 0; i < readers; i++) {
            int open = i - AT_ONCE;
            Await.until(() -> begun.get() > open);
            var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Response());
            channels.add(channel);
            selector.wakeup();
        }
    }

    private void read() {
        var buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (!closed) {
                selector.select(key -> read(key, buffer));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        var response = (Response) key.attachment();
        buffer.clear();
        try {
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                lost(key);
                return;
            }
        } catch (IOException _) {
            lost(key);
            return;
        }
        long now = System.nanoTime();
        var text = StandardCharsets.ISO_8859_1.decode(buffer.flip()).toString();
        if (!response.hasBegun) {
            begin(response, text);
        }
        response.rest.append(text);
        var events = EVENT.matcher(response.rest);
        int end = 0;
        while (events.find()) {
            arrivals.computeIfAbsent(Long.parseLong(events.group(1)), _ -> new ArrayList<>()).add(now);
            end = events.end();
        }
        response.rest.delete(0, Math.max(end, response.rest.length() - LONGEST_START));
    }

    private void begin(Response response, String text) {
        if (!text.startsWith("HTTP/1.1 200 ")) {
            throw new IllegalStateException(text);
        }
        response.hasBegun = true;
        begun.incrementAndGet();
    }

    private void lost(SelectionKey key) {
        key.cancel();
        lost.incrementAndGet();
    }

    /** Number of readers that have got something. */
    public int begun() {
        return begun.get();
    }

    /** Number of readers whose connection was closed. */
    public int lost() {
        return lost.get();
    }

    /** Times at which an event arrived, by {@link System#nanoTime()}: one for each reader that has it. */
    public List<Long> arrivals(long position) {
        return List.copyOf(arrivals.getOrDefault(position, List.of()));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (var channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
