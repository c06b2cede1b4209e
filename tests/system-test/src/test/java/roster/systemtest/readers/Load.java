package roster.systemtest.readers;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import roster.local.Patience;
import roster.systemtest.running.Roster;

/** Sends commands to one organization at a rate, each until it is answered. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 16;
    private static final int MEMBERS_EACH = 2;

    private final Roster roster;
    private final String slug = "load-" + UUID.randomUUID().toString().substring(0, 8);
    private final String organization;
    private final Duration interval;
    private final long seed;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();

    Load(Roster roster, int perSecond, long seed) {
        this.roster = roster;
        this.seed = seed;
        this.interval = Duration.ofSeconds(1).multipliedBy(CLIENTS).dividedBy(perSecond);
        this.organization = roster.commands().post("/organizations", """
                {"slug": "%s", "name": "Load", "admin": {"name": "Ada Lovelace", "email": "%s"}}""".formatted(slug, address("ada")))
                .text("/organizationId");
        accept("ada");
    }

    String organization() {
        return organization;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    void start() {
        for (int i = 0; i < CLIENTS; i++) {
            var client = new Client(i);
            var done = new CompletableFuture<Void>();
            clients.add(done);
            Thread.ofPlatform().daemon().name("client-" + i).start(() -> {
                try {
                    client.run();
                    done.complete(null);
                } catch (InterruptedException | RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
        }
    }

    private String address(String name) {
        return name + "@" + slug + ".example";
    }

    private void accept(String name) {
        roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s"}""".formatted(roster.mails().to(address(name), 1).getFirst().token(), address(name)));
    }

    /** Changes members of its own, and invites and revokes. */
    private final class Client {
        private final int number;
        private final Random random;
        private final List<String> members = new ArrayList<>();
        private int sent;

        Client(int number) {
            this.number = number;
            this.random = new Random(seed + number);
        }

        void run() throws InterruptedException {
            for (int i = 0; i < MEMBERS_EACH; i++) {
                var name = "member-" + number + "-" + i;
                members.add(roster.commands().invite(slug, name, address(name), "developer").text("/memberId"));
                accept(name);
            }
            for (var due = Instant.now(); !await(due); due = due.plus(interval)) {
                next();
            }
        }

        /** @return true when it is closing */
        private boolean await(Instant due) throws InterruptedException {
            return closing.await(Math.max(0, Duration.between(Instant.now(), due).toNanos()), TimeUnit.NANOSECONDS);
        }

        private void next() throws InterruptedException {
            var member = "/organizations/" + slug + "/members/" + members.get(random.nextInt(members.size()));
            switch (random.nextInt(5)) {
                case 0 -> send("PUT", member + "/role",
                        "{\"role\": \"%s\"}".formatted(random.nextBoolean() ? "developer" : "endpoint_user"));
                case 1 -> send("POST", member + (random.nextBoolean() ? "/suspend" : "/reactivate"), null);
                default -> send("PUT", member + "/name", "{\"name\": \"Member %d\"}".formatted(random.nextInt(1_000_000)));
            }
        }

        /** The same command with the same key until it is answered. */
        private void send(String method, String path, @Nullable String body) throws InterruptedException {
            var key = "load-" + number + "-" + ++sent;
            while (true) {
                int status = status(method, path, body, key);
                if (status != 0 && status != 429 && status < 500) {
                    (status < 300 ? acknowledged : rejected).incrementAndGet();
                    return;
                }
                repeated.incrementAndGet();
                if (closing.await(200, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }

        private int status(String method, String path, @Nullable String body, String key) {
            try {
                return roster.commands().send(method, path, body, "Idempotency-Key", key).status();
            } catch (UncheckedIOException _) {
                return 0;
            }
        }
    }

    @Override
    public String toString() {
        return "commands acknowledged " + acknowledged + ", rejected " + rejected + ", repeated " + repeated;
    }

    @Override
    public void close() {
        stop();
    }

    /** Returns when no command is in flight. */
    void stop() {
        closing.countDown();
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
