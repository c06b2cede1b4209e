package roster.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.contract.mail.MailRecipient.INVITEE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import roster.notification.SomeEmails;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;
import roster.notification.entry.Occasion.Invited;

/** The order in which e-mails are sent. */
class TurnsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SomeMailQueue books = new SomeMailQueue();

    @Test
    void ten_thousand_emails_of_one_organization_do_not_delay_the_one_of_another() {
        var busy = UUID.randomUUID();
        books.owe(IntStream.range(0, 10_000).mapToObj(age -> of(busy, age)).toList());
        books.outbox.take(8, LEASE);
        var quiet = of(UUID.randomUUID(), 20_000);
        books.owe(List.of(quiet));

        assertThat(books.outbox.take(8, LEASE)).hasSize(8).extracting(LeasedEmail::email).contains(quiet);
    }

    @Test
    void a_round_ends_where_the_next_begins_so_that_every_organization_is_served() {
        var organizations = Stream.generate(UUID::randomUUID).limit(30).toList();
        books.owe(organizations.stream().flatMap(it -> IntStream.range(0, 5).mapToObj(age -> of(it, age))).toList());

        var served = new HashSet<UUID>();
        for (int round = 0; round < 4; round++) {
            books.outbox.take(8, LEASE).forEach(it -> served.add(it.email().invitation().organizationId()));
        }
        assertThat(served).hasSize(30);
    }

    @Test
    void emails_of_an_organization_leave_in_the_order_of_their_age() {
        var organization = UUID.randomUUID();
        var emails = new ArrayList<>(IntStream.range(0, 50).mapToObj(age -> of(organization, age)).toList());
        Collections.shuffle(emails, new Random(42));
        books.owe(emails);

        var left = new ArrayList<Instant>();
        for (var some = books.outbox.take(8, LEASE); !some.isEmpty(); some = books.outbox.take(8, LEASE)) {
            some.forEach(it -> left.add(it.email().recordedAt()));
        }
        assertThat(left).hasSize(50).isSorted();
    }

    private static Email of(UUID organization, int age) {
        return new Email(new EmailId(UUID.randomUUID(), INVITEE), 0, SomeEmails.RECORDED.plusSeconds(age), new Invited(),
                SomeEmails.of(organization, SomeEmails.another()));
    }
}
