package roster.systemtest.trial.driver;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import roster.contract.role.Role;
import roster.systemtest.running.Answer;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.ServiceKind;

/** Sends one command after the other to organizations of its own, each until it is answered, to one of the two processes and then the other. */
final class TrialClient {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final long PAUSE_IN_MILLISECONDS = 150;

    private final String name;
    private final DoubledRoster roster;
    private final Operations operations;
    private final CommandJournal journal;
    private final Random random;
    private final CountDownLatch closing;
    private final Queue<Company> companies = new ConcurrentLinkedQueue<>();
    private int sent;
    private int turn;

    /** @param closing ends it, once the command that it sends is answered */
    TrialClient(String name, DoubledRoster roster, Operations operations, CommandJournal journal, Random random, CountDownLatch closing) {
        this.name = name;
        this.roster = roster;
        this.operations = operations;
        this.journal = journal;
        this.random = random;
        this.closing = closing;
    }

    Queue<Company> companies() {
        return companies;
    }

    /** @param commands number of them for each organization */
    void run(Duration interval, int commands) throws InterruptedException {
        while (!isClosing()) {
            var company = found();
            boolean asPredicted = true;
            for (int i = 0; asPredicted && i < commands && !closing.await(interval.toMillis(), TimeUnit.MILLISECONDS); i++) {
                asPredicted = send(operations.next(company));
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Registers an organization, whose first admin accepts the invitation. */
    private Company found() throws InterruptedException {
        var slug = name + "-" + (companies.size() + 1);
        var registered = new Answer[1];
        if (!send(OrganizationOperations.register(slug, OrganizationOperations.registered(), answer -> registered[0] = answer))) {
            throw new IllegalStateException("cannot register " + slug);
        }
        var id = registered[0].text("/memberId");
        var admin = new Person(id, invitationOf(slug, id), "Admin of " + slug, "admin@" + slug + ".example", Role.ADMIN);
        var company = new Company(slug, registered[0].text("/organizationId"), admin, random);
        companies.add(company);
        send(operations.acceptFirst(company));
        return company;
    }

    private String invitationOf(String slug, String member) throws InterruptedException {
        while (true) {
            var instances = roster.instances(ServiceKind.QUERY_SERVICE);
            try {
                var answer = roster.operator(instances.get(turn++ % instances.size())).within(PATIENCE)
                        .get("/organizations/" + slug + "/members/" + member, "Prefer", "wait=1");
                if (answer.status() == 200) {
                    return answer.text("/invitation/invitationId");
                }
            } catch (UncheckedIOException _) {
                // again, from the other one
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_IN_MILLISECONDS);
        }
    }

    /** @return true when the answer is as predicted */
    private boolean send(TrialCommand command) throws InterruptedException {
        var entry = journal.begin(name + "." + ++sent, command);
        for (int attempt = 1; entry.settled().isEmpty(); attempt++) {
            if (attempt > 1) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_IN_MILLISECONDS);
            }
            send(command, entry, entry.id() + "." + attempt);
        }
        return entry.isAsPredicted();
    }

    private void send(TrialCommand command, Entry entry, String requestId) {
        var instances = roster.instances(ServiceKind.COMMAND_SERVICE);
        var instance = instances.get(turn++ % instances.size());
        var at = Instant.now();
        var client = instance.http().within(PATIENCE)
                .as(command.bearer().isEmpty() ? roster.credentials().operatorToken() : command.bearer());
        try {
            var answer = client.send(command.method(), command.path(), command.body(), headers(command, entry, requestId));
            entry.answered(answer.body().toString(), answer.header("ETag"))
                    .add(new Attempt(requestId, instance.name(), at, answer.status(), answer.code()));
            if (entry.isAccepted()) {
                command.onSuccess().accept(answer);
            }
        } catch (UncheckedIOException e) {
            entry.add(new Attempt(requestId, instance.name(), at, 0, String.valueOf(e.getCause())));
        }
    }

    private static String[] headers(TrialCommand command, Entry entry, String requestId) {
        var usual = new String[]{"X-Request-ID", requestId, "X-Correlation-ID", entry.id(), "Idempotency-Key", entry.id()};
        if (command.ifMatch() == null) {
            return usual;
        }
        var all = Arrays.copyOf(usual, usual.length + 2);
        all[usual.length] = "If-Match";
        all[usual.length + 1] = command.ifMatch();
        return all;
    }
}
