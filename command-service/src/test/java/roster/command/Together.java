package roster.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Starts several requests at the same moment. */
public final class Together {
    private Together() {}

    public static <T> List<T> all(int clients, IntFunction<T> request) {
        var ready = new CountDownLatch(clients);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var answers = IntStream.range(0, clients).mapToObj(client -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return request.apply(client);
            })).toList();
            return answers.stream().map(Together::result).toList();
        }
    }

    private static <T> T result(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
