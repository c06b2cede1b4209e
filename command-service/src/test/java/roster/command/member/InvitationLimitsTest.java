package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.RunningService;
import roster.command.Team;
import roster.command.TestClock;
import roster.command.Together;
import roster.command.membership.AddressHash;
import roster.command.membership.ForgetLetters;
import roster.contract.email.EmailAddress;

/** Limits on invitations. The clock only advances. */
class InvitationLimitsTest {
    /** Large enough that a count is first far below these limits and then near them; see {@code command.invitation_caps}. */
    private static final int OPEN = 440;
    private static final int PER_INVITER = 430;
    private static final int PER_ADDRESS = 4;
    private static final int CLIENTS = 32;

    private static final RunningService SERVICE = RunningService.with(Map.of("ROSTER_OPEN_INVITATIONS", "" + OPEN,
            "ROSTER_INVITATIONS_PER_ADDRESS", "" + PER_ADDRESS, "ROSTER_INVITATIONS_PER_INVITER", "" + PER_INVITER));

    private final Client client = SERVICE.client();
    private final TestClock clock = SERVICE.part(TestClock.class);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static Team founded(String slug) {
        return SERVICE.teams().founded(slug, "ada@" + slug + ".example");
    }

    @Test
    void an_address_is_sent_so_many_emails_a_day_by_all_organizations() {
        var team = founded("letters");
        var other = founded("more-letters");
        var grace = team.invite("grace@letters.example", "developer").id("/memberId");
        clock.forward(Duration.ofHours(20));
        assertThat(team.post(grace, "invitation/resend").status()).isEqualTo(200);
        assertThat(team.post(grace, "invitation/resend").status()).isEqualTo(200);
        assertThat(other.invite("Grace@LETTERS.example", "developer").status()).isEqualTo(201);

        var refused = founded("too-many-letters").invite("grace@letters.example", "developer");

        assertReached(refused, "An address is sent at most 4 e-mails a day.");
        assertReached(team.post(grace, "invitation/resend"), "An address is sent at most 4 e-mails a day.");
        assertThat(Duration.parse("PT" + refused.header("Retry-After") + "S")).isBetween(Duration.ofHours(3), Duration.ofHours(4));
        assertFreeAfter(refused, () -> team.post(grace, "invitation/resend"));
        assertReached(team.post(grace, "invitation/resend"), "An address is sent at most 4 e-mails a day.");
    }

    private static void assertReached(Response refused, String detail) {
        assertThat(refused.status()).as(refused.raw()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("limit-reached");
        assertThat(refused.text("/detail")).isEqualTo(detail);
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
    }

    /** Asserts that a retry succeeds after Retry-After, and fails half a minute before, a margin for the duration of the test. */
    private void assertFreeAfter(Response refused, Supplier<Response> again) {
        var wait = Duration.parse("PT" + refused.header("Retry-After") + "S");
        clock.forward(wait.minusSeconds(30));
        assertThat(again.get().status()).isEqualTo(429);
        clock.forward(Duration.ofSeconds(30));
        assertThat(again.get().status()).isLessThan(300);
    }

    @Test
    void only_emails_that_are_sent_count() {
        var team = founded("unsent");
        var path = "/organizations/unsent/members";
        var body = """
                {"name": "Grace", "email": "grace@unsent.example", "role": "developer"}""";
        for (int i = 0; i <= PER_ADDRESS; i++) {
            assertThat(client.post("/dry-run" + path, body).status()).isEqualTo(200);
            assertThat(client.post(path, body, "On-Behalf-Of", UUID.randomUUID().toString()).status()).isEqualTo(422);
        }
        var grace = client.post(path, body).id("/memberId");
        for (int i = 0; i <= PER_ADDRESS; i++) {
            assertThat(client.post(path, body).code()).isEqualTo("email-taken");
        }
        for (int i = 1; i < PER_ADDRESS; i++) {
            assertThat(team.post(grace, "invitation/resend").status()).isEqualTo(200);
        }

        assertThat(client.post(path, body).code()).as("waiting would not help").isEqualTo("email-taken");
        assertThat(team.post(grace, "invitation/resend").code()).isEqualTo("limit-reached");
        assertThat(client.post("/dry-run/organizations/unsent/members/" + grace + "/invitation/resend", null).code())
                .isEqualTo("limit-reached");
    }

    @Test
    void an_invitation_that_moves_to_another_address_counts_there() {
        var team = founded("moved-letters");
        var grace = team.invite("grace@moved-letters.example", "developer").id("/memberId");
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(team.changeEmail(grace, "alan@moved-letters.example").status()).isEqualTo(204);
            assertThat(team.changeEmail(grace, "grace" + i + "@moved-letters.example").status()).isEqualTo(204);
        }

        assertReached(team.changeEmail(grace, "alan@moved-letters.example"), "An address is sent at most 4 e-mails a day.");
    }

    @Test
    void a_notice_to_the_previous_address_of_a_member_counts_there() {
        var team = founded("noticed");
        var grace = team.join("grace@noticed.example", "developer");
        for (int i = 1; i < PER_ADDRESS; i++) {
            assertThat(team.changeEmail(grace, "alan@noticed.example").status()).isEqualTo(204);
            assertThat(team.changeEmail(grace, "grace@noticed.example").status()).isEqualTo(204);
        }

        var refused = team.changeEmail(grace, "alan@noticed.example");

        assertReached(refused, "An address is sent at most 4 e-mails a day.");
        assertThat(team.changeEmail(grace, "ada@noticed.example").code()).as("waiting would not help").isEqualTo("email-taken");
        assertReached(founded("also-noticed").invite("grace@noticed.example", "developer"), "An address is sent at most 4 e-mails a day.");
        assertFreeAfter(refused, () -> team.changeEmail(grace, "alan@noticed.example"));
    }

    @Test
    void of_many_members_whose_address_changes_at_once_so_many_cause_a_notice() {
        var teams = IntStream.range(0, 8).mapToObj(i -> founded("swapped" + i)).toList();
        var members = teams.stream().map(it -> {
            clock.forward(Duration.ofDays(1));
            return it.join("grace@swapped.example", "developer");
        }).toList();
        clock.forward(Duration.ofDays(1));

        var answers = Together.all(8, i -> teams.get(i).changeEmail(members.get(i), "alan@swapped.example"));

        assertThat(answers).filteredOn(it -> it.status() == 204).hasSize(PER_ADDRESS);
        assertThat(answers).filteredOn(it -> it.status() != 204).extracting(Response::code).containsOnly("limit-reached");
    }

    @Test
    void of_many_organizations_that_invite_one_address_at_once_so_many_do() {
        var all = IntStream.range(0, CLIENTS).mapToObj(i -> founded("rival" + i)).toList();
        for (int round = 0; round < 5; round++) {
            var email = "grace" + round + "@rivals.example";

            var answers = Together.all(CLIENTS, i -> all.get(i).invite(email, "developer"));

            assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(PER_ADDRESS);
            assertThat(answers).filteredOn(it -> it.status() != 201).extracting(Response::code).containsOnly("limit-reached");
        }
    }

    @Test
    void in_the_name_of_one_member_so_many_are_sent_an_hour() {
        var team = founded("one-name");
        var mary = team.join("mary@one-name.example", "admin");

        var answers = invitedAtOnce(team, PER_INVITER + CLIENTS, List.of(mary));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(PER_INVITER);
        assertThat(answers).filteredOn(it -> it.status() != 201).isNotEmpty().allSatisfy(
                it -> assertReached(it, "At most 430 invitations an hour are sent in the name of one member."));
        assertThat(team.invite("another-name@navy.example", "developer").status()).isEqualTo(201);
        assertFreeAfter(answers.getLast(), () -> team.invite("hour@navy.example", "developer", "On-Behalf-Of", mary.toString()));
    }

    @Test
    void an_organization_has_so_many_open_at_once() {
        var team = founded("open");
        var inviters = List.of(team.ada(), team.join("mary@open.example", "admin"));

        var answers = invitedAtOnce(team, OPEN + CLIENTS, inviters);

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(OPEN);
        assertThat(answers).filteredOn(it -> it.status() != 201).isNotEmpty()
                .allSatisfy(it -> assertReached(it, "The organization has 440 open invitations."));
        assertFreeAfter(answers.getLast(), () -> team.invite("week@navy.example", "developer"));
    }

    private static List<Response> invitedAtOnce(Team team, int invitations, List<UUID> inviters) {
        return Together.all(CLIENTS, client -> IntStream.range(0, invitations).filter(i -> i % CLIENTS == client)
                .mapToObj(i -> inviteUntilDecided(team, "guest" + i + "@" + team.slug() + ".example", inviters.get(i % inviters.size())))
                .toList()).stream().flatMap(List::stream).sorted(Comparator.comparingInt(Response::status)).toList();
    }

    /** Retries after a lock timeout, which can occur on a loaded machine. */
    private static Response inviteUntilDecided(Team team, String email, UUID inviter) {
        Response answer;
        do {
            answer = team.invite(email, "developer", "On-Behalf-Of", inviter.toString(), "Idempotency-Key", email);
        } while (answer.status() == 503 || answer.code().equals("request-in-flight"));
        return answer;
    }

    @Test
    void letters_are_forgotten_when_no_cap_counts_them() {
        founded("forgotten").invite("grace@forgotten.example", "developer");
        clock.forward(Duration.ofDays(1).minusMinutes(1));
        SERVICE.part(ForgetLetters.class).forget();
        assertThat(letters("grace@forgotten.example")).isEqualTo(1);
        clock.forward(Duration.ofMinutes(1));
        SERVICE.part(ForgetLetters.class).forget();
        assertThat(letters("grace@forgotten.example")).isZero();
    }

    private static int letters(String address) {
        return SERVICE.part(JdbcClient.class).sql("select count(*) from command.invitation_letter where address = ?")
                .param(SERVICE.part(AddressHash.class).of(EmailAddress.of(address)))
                .query(Integer.class).single();
    }
}
