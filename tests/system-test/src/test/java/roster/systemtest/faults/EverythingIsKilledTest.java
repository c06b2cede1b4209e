package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.Patience;
import roster.systemtest.readers.Readers;
import roster.systemtest.readers.Source;
import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.KafkaRecords.Fact;
import roster.systemtest.running.Mails.Mail;
import roster.systemtest.running.Roster;

/** The launcher and all that it has started. */
@Tag("nightly")
class EverythingIsKilledTest {
    private static final int INVITATIONS = 200;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = INVITATIONS / 4;
    /** Number of invitations that are sent only after the kill. */
    private static final int SENT_AFTER_THE_KILL = INVITATIONS / 4;

    @Test
    void what_was_acknowledged_is_everywhere_afterwards_and_mailed_once(@TempDir Path data) throws Exception {
        try (var roster = Roster.reconciling(data); var readers = new Readers(Source.of(roster), organization(roster))) {
            var acknowledged = inviteUntilKilled(roster);
            roster.startAgain();

            var missing = INVITATIONS - acknowledged.size();
            for (int i = 0; i < INVITATIONS; i++) {
                acknowledged.putIfAbsent(i, invite(roster, i));
            }
            assertThat(acknowledged.values()).allMatch(answer -> answer.status() == 201);
            everyOneIsInTheViews(roster, acknowledged.values().stream().toList());
            everyOneIsInKafkaInOrder(roster, acknowledged.values().stream().toList());
            everyRecipientHasOneMail(roster, missing);
            readers.haveExactlyTheEventsOfTheStore();
            assertThat(roster.reconciled()).allSatisfy(it -> assertThat(it.status()).as(it.body().toString()).isEqualTo(200));
        }
    }

    private static String organization(Roster roster) {
        return roster.queries().get("/organizations/acme/events?limit=1").text("/data/0/organization");
    }

    /** Repeats the request with the same key until there is a response. */
    private static Answer invite(Roster roster, int number) {
        return roster.commands().invite("acme", "Person " + number, address(number), "developer", "Idempotency-Key", "killed-" + number);
    }

    private static String address(int number) {
        return "person-" + number + "@killed.example";
    }

    private static Map<Integer, Answer> inviteUntilKilled(Roster roster) throws InterruptedException, ExecutionException {
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        var killed = new CountDownLatch(1);
        var everything = roster.everything();
        var acknowledged = new HashMap<Integer, Answer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<Answer>>();
            for (int i = 0; i < INVITATIONS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    if (number >= INVITATIONS - SENT_AFTER_THE_KILL) {
                        killed.await();
                    }
                    var answer = invite(roster, number);
                    enough.countDown();
                    return answer;
                }));
            }
            assertThat(enough.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            Roster.kill(everything);
            killed.countDown();
            for (int i = 0; i < INVITATIONS; i++) {
                try {
                    acknowledged.put(i, running.get(i).get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).as("no answer").isInstanceOf(UncheckedIOException.class);
                }
            }
        }
        assertThat(acknowledged).hasSizeBetween(ACKNOWLEDGED_BEFORE_THE_KILL, INVITATIONS - SENT_AFTER_THE_KILL);
        return acknowledged;
    }

    private static void everyOneIsInTheViews(Roster roster, List<Answer> acknowledged) {
        for (var answer : acknowledged) {
            var seen = roster.queries().get(answer.header("Location"), "Consistency-Token", answer.consistencyToken(), "Prefer", "wait=30");
            assertThat(seen.tells(answer.body())).as("%s of %s", seen.body(), answer.body()).isTrue();
            assertThat(roster.queries().get(answer.header("Location") + "/history").body().path("data").size()).isEqualTo(1);
        }
    }

    private static void everyOneIsInKafkaInOrder(Roster roster, List<Answer> acknowledged) {
        var ids = acknowledged.stream().map(answer -> answer.text("/memberId")).toList();
        Await.until(() -> roster.kafka().all().stream().map(Fact::key).distinct().toList().containsAll(ids));
        var facts = roster.kafka().all();
        assertThat(ids).allSatisfy(id -> assertThat(facts).filteredOn(fact -> fact.key().equals(id)).isNotEmpty()
                .allMatch(fact -> fact.sequence() == 0));
        System.out.printf(Locale.ROOT, "records sent twice to Kafka: %d of %d%n",
                facts.stream().filter(fact -> ids.contains(fact.key())).count() - ids.size(), ids.size());
    }

    private static void everyRecipientHasOneMail(Roster roster, int unanswered) {
        int twice = 0;
        for (int i = 0; i < INVITATIONS; i++) {
            var mails = roster.mails().to(address(i), 1);
            assertThat(mails).extracting(Mail::messageId).as("mails to %s", address(i)).containsOnly(mails.getFirst().messageId());
            twice += mails.size() - 1;
        }
        Await.until(() -> copies(roster).stream().distinct().count() == INVITATIONS);
        System.out.printf(Locale.ROOT,
                "unanswered when everything was killed: %d; mails sent twice, with one Message-ID: %d to invitees, %d to the inviter%n",
                unanswered, twice, copies(roster).size() - INVITATIONS);
        assertThat(twice).as("only e-mails between relay and mail queue may leave twice").isLessThanOrEqualTo(16);
    }

    private static List<String> copies(Roster roster) {
        return roster.mails().to("ada@acme.example").stream().map(Mail::messageId).toList();
    }
}
