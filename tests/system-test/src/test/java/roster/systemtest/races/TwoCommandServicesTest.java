package roster.systemtest.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.Http;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;
import roster.systemtest.running.Roster.CommandInstance;

@OnSharedRoster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoCommandServicesTest {
    private static final int CLIENTS = 32;

    private final Roster roster;
    private final CommandInstance second;

    TwoCommandServicesTest(Roster roster) {
        this.roster = roster;
        this.second = roster.anotherCommandService();
    }

    @BeforeAll
    void register() {
        roster.commands().post("/organizations", """
                {"slug": "races", "name": "Races", "admin": {"name": "Ida Rhodes", "email": "ida@races.example"}}""");
        join("ida@races.example");
    }

    @AfterAll
    void stop() {
        second.close();
    }

    /** Alternates between the two. */
    private Http either(int number) {
        return number % 2 == 0 ? roster.commands() : second.http();
    }

    @Test
    void of_32_clients_that_invite_one_address_one_does() throws Exception {
        long before = invitations();

        var answers = AtTheSameTime.times(CLIENTS, i -> either(i).invite("races", "Grace", "grace@races.example", "developer"));

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CLIENTS - 1)
                .allMatch(answer -> answer.code().equals("email-taken"));
        assertThat(invitations()).isEqualTo(before + 1);
        roster.mails().to("grace@races.example", 1);
        Await.until(() -> roster.mails().to("ida@races.example").stream().anyMatch(mail -> mail.text().contains("grace@races.example")));
        assertThat(roster.mails().to("grace@races.example")).hasSize(1);
        assertThat(roster.mails().to("ida@races.example")).filteredOn(mail -> mail.text().contains("grace@races.example")).hasSize(1);
    }

    @Test
    void one_idempotency_key_from_32_clients_is_one_fact() throws Exception {
        long before = invitations();

        var answers = AtTheSameTime.times(CLIENTS,
                i -> either(i).invite("races", "Barbara", "barbara@races.example", "developer", "Idempotency-Key", "one-and-only"));

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.code().equals("request-in-flight"));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).isNotEmpty().extracting(answer -> answer.text("/memberId"))
                .containsOnly(memberId(answers));
        var repeated = either(1).invite("races", "Barbara", "barbara@races.example", "developer", "Idempotency-Key", "one-and-only");
        assertThat(repeated.text("/memberId")).isEqualTo(memberId(answers));
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(invitations()).isEqualTo(before + 1);
    }

    private long invitations() throws SQLException {
        return count("""
                select count(*) from event_store.event
                 where event_type = 'member.invited' and payload -> 'organization' ->> 'slug' = 'races'""");
    }

    private static String memberId(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow().text("/memberId");
    }

    @Test
    void fifty_commands_at_one_member_each_succeed_or_are_refused_on_their_merits() throws Exception {
        var member = join("busy@races.example");

        var answers = AtTheSameTime.times(50, i -> switch (i % 3) {
            case 0 -> either(i).send("PUT", member + "/role", "{\"role\": \"%s\"}".formatted(i % 2 == 0 ? "admin" : "developer"));
            case 1 -> either(i).post(member + "/suspend", null);
            default -> either(i).post(member + "/reactivate", null);
        });

        assertThat(answers).allMatch(answer -> answer.status() == 204
                || List.of("member-not-active", "member-not-suspended").contains(answer.code()));
        var sequences = sequences(member.substring(member.lastIndexOf('/') + 1));
        assertThat(sequences).isEqualTo(LongStream.range(0, sequences.size()).boxed().toList());
    }

    @Test
    void two_admins_who_demote_each_other_leave_one() throws Exception {
        roster.commands().post("/organizations", """
                {"slug": "duel", "name": "Duel", "admin": {"name": "One", "email": "one@duel.example"}}""");
        var one = join("one@duel.example");
        roster.commands().invite("duel", "Two", "two@duel.example", "admin");
        var two = join("two@duel.example");

        for (int round = 0; round < 10; round++) {
            var answers = AtTheSameTime.times(2, i -> either(i).send("PUT", (i == 0 ? two : one) + "/role", "{\"role\": \"developer\"}"));
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(count("""
                    select count(*) from command.membership join command.organization using (organization_id)
                     where slug = 'duel' and status = 'active' and role = 'admin'""")).isEqualTo(1);
            var demoted = answers.get(0).status() == 204 ? two : one;
            assertThat(roster.commands().send("PUT", demoted + "/role", "{\"role\": \"admin\"}").status()).isEqualTo(204);
        }
    }

    /** Invites if necessary, accepts, and returns the path of the member. */
    private String join(String email) {
        var slug = email.substring(email.indexOf('@') + 1, email.indexOf('.'));
        if (!email.startsWith("ida") && !slug.equals("duel")) {
            roster.commands().invite(slug, "Joining", email, "developer");
        }
        var token = roster.mails().to(email, 1).getLast().token();
        var joined = roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s"}""".formatted(token, email));
        assertThat(joined.status()).isEqualTo(200);
        return "/organizations/" + slug + "/members/" + joined.text("/memberId");
    }

    private long count(String sql) throws SQLException {
        try (var connection = roster.database(); var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private List<Long> sequences(String memberId) throws SQLException {
        try (var connection = roster.database(); var statement = connection.prepareStatement("""
                select array_agg(sequence_number order by position) from event_store.event where aggregate_id = ?::uuid""")) {
            statement.setString(1, memberId);
            try (var result = statement.executeQuery()) {
                result.next();
                return List.of((Long[]) result.getArray(1).getArray());
            }
        }
    }
}
