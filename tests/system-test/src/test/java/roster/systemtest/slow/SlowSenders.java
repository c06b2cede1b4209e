package roster.systemtest.slow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import roster.systemtest.running.Await;

/**
 * Clients that each send the head of a request and one byte of its body, and then one byte every three seconds. When it is answered, a client
 * waits as long and begins again.
 */
final class SlowSenders implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final int port;
    private final byte[] head;

    private SlowSenders(int port, String head) {
        this.port = port;
        this.head = (head + "Host: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns when each client has begun its first request.
     *
     * @param head request line, and headers that are not the same in all requests, with their line ends
     */
    static SlowSenders start(int clients, int port, String head) {
        var senders = new SlowSenders(port, head);
        for (int i = 0; i < clients; i++) {
            senders.threads.execute(senders::send);
        }
        Await.until(() -> senders.begun.get() >= clients);
        return senders;
    }

    private void send() {
        while (!threads.isShutdown()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout((int) PAUSE.toMillis());
                socket.getOutputStream().write(head);
                begun.incrementAndGet();
                count(answer(socket));
            } catch (IOException e) {
                count(e.getClass().getSimpleName());
            }
            pause();
        }
    }

    /** The status of the response. Until it arrives, each timeout sends another byte. */
    private static String answer(Socket socket) throws IOException {
        var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (;;) {
            try {
                var status = answers.readLine();
                return status == null ? "closed" : status.split(" ", 3)[1];
            } catch (SocketTimeoutException _) {
                socket.getOutputStream().write(' ');
            }
        }
    }

    private void count(String answer) {
        if (!threads.isShutdown()) {
            answers.computeIfAbsent(answer, _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Number of answers of each status. A connection that breaks counts under the name of the exception. */
    Map<String, AtomicInteger> answers() {
        return answers;
    }

    int answered() {
        return List.copyOf(answers.values()).stream().mapToInt(AtomicInteger::get).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
