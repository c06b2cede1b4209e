package roster.systemtest.trial.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import roster.local.Patience;
import roster.local.PerJvm;
import roster.systemtest.running.Await;
import roster.systemtest.trial.cluster.DoubledRoster;

/** Clients that send commands until it is stopped. The first one stays with its first organization, the others found new ones. */
public final class Driver implements AutoCloseable {
    private static final int COMMANDS_PER_COMPANY = 80;

    private final CommandJournal journal = new CommandJournal();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<TrialClient> clients = new ArrayList<>();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    /**
     * Starts.
     *
     * @param interval pause of each client between two commands
     */
    public Driver(DoubledRoster roster, int count, Duration interval, long seed) {
        var operations = new Operations(roster.credentials(), PerJvm.issuer());
        for (int i = 1; i <= count; i++) {
            int commands = i == 1 ? Integer.MAX_VALUE : COMMANDS_PER_COMPANY;
            var client = new TrialClient("client-" + i, roster, operations, journal, new Random(seed + i), closing);
            var done = new CompletableFuture<Void>();
            clients.add(client);
            running.add(done);
            Thread.ofPlatform().daemon().name("client-" + i).start(() -> {
                try {
                    client.run(interval, commands);
                    done.complete(null);
                } catch (InterruptedException | RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
        }
    }

    public CommandJournal journal() {
        return journal;
    }

    /** Id of the organization that lasts, once it exists. */
    public String lastingOrganization() {
        Await.until(() -> !clients.getFirst().companies().isEmpty());
        return clients.getFirst().companies().element().id();
    }

    /** The organizations, as their clients know them. */
    public List<Company> companies() {
        return clients.stream().flatMap(it -> it.companies().stream()).toList();
    }

    /**
     * Returns when every command is answered.
     *
     * @throws java.util.concurrent.CompletionException when a client has failed
     */
    public void stop() {
        closing.countDown();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Lets the clients end, without waiting for them. */
    @Override
    public void close() {
        closing.countDown();
    }
}
