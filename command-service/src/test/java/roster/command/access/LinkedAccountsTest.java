package roster.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.Together;
import roster.contract.event.Actor;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.local.PerJvm;

/** Members who sign in with several accounts. */
@ServiceTest
class LinkedAccountsTest {
    private static final String GRACE = "grace@navy.example";
    private static final String HOME = "grace@home.example";

    @Autowired private Client client;
    @Autowired private Teams teams;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionOperations transaction;

    private static String proof(String subject, Map<String, ?> claims) {
        var all = new HashMap<String, Object>(Map.of("idp", "github", "link_to", "github:" + Client.subjectOf(GRACE)));
        all.putAll(claims);
        all.values().removeIf(""::equals);
        return PerJvm.issuer().token(subject, "roster", all);
    }

    /** A proof that the second account, which has the address, is Grace's. */
    private static String proof(String email) {
        return proof(Client.subjectOf(email), Map.of("email", email, "email_verified", true));
    }

    private static Response link(Team as, UUID member, String proof, String... headers) {
        return as.client().post(as.path(member) + "/accounts", "{\"proof\": \"%s\"}".formatted(proof), headers);
    }

    private static Response unlink(Team as, UUID member, UUID account) {
        return as.client().send("DELETE", as.path(member) + "/accounts/" + account, (String) null);
    }

    private Team asPerson(Team team, String email) {
        return team.as(client.signedIn(email));
    }

    private UUID joinedWithTwo(Team team) {
        var grace = team.join(GRACE, "developer");
        assertThat(link(asPerson(team, GRACE), grace, proof(HOME)).status()).isEqualTo(204);
        return grace;
    }

    private static UUID second(Team team, UUID member) {
        return team.events(member).stream().flatMap(it -> it.event() instanceof AccountLinked linked ? Stream.of(linked.accountId())
                : Stream.empty()).findFirst().orElseThrow();
    }

    private long accountsOf(UUID member) {
        return jdbc.sql("select count(*) from access.account where member_id = ?").param(member).query(Long.class).single();
    }

    @Test
    void with_either_account_a_person_acts_as_the_same_member() {
        var team = teams.founded("two-accounts");
        var grace = joinedWithTwo(team);

        assertThat(asPerson(team, GRACE).changeName(grace, "Grace B. Hopper").status()).isEqualTo(204);
        assertThat(asPerson(team, HOME).changeName(grace, "Grace Hopper").status()).isEqualTo(204);

        assertThat(team.history(grace)).containsExactly("member.invited", "member.invitation_accepted", "member.account_linked",
                "member.name_changed", "member.name_changed");
        assertThat(team.events(grace)).extracting(it -> it.metadata().actor()).endsWith(actor(grace), actor(grace), actor(grace));
    }

    private static Actor actor(UUID member) {
        return new Actor(Actor.Kind.MEMBER, member.toString());
    }

    @Test
    void a_member_who_is_suspended_or_deleted_is_so_with_both() {
        var team = teams.founded("two-accounts-end");
        var grace = joinedWithTwo(team);

        team.post(grace, "suspend");
        assertThat(List.of(GRACE, HOME)).allSatisfy(it -> assertThat(asPerson(team, it).changeName(grace, "G").status()).isEqualTo(403));
        team.post(grace, "reactivate");
        assertThat(asPerson(team, HOME).changeName(grace, "Grace").status()).isEqualTo(204);
        team.delete(grace);
        assertThat(List.of(GRACE, HOME)).allSatisfy(it -> assertThat(asPerson(team, it).changeName(grace, "G").status()).isEqualTo(404));
        assertThat(accountsOf(grace)).isZero();
    }

    @Test
    void what_does_not_prove_the_account_for_this_person_links_nothing() {
        var team = teams.founded("no-proof");
        var grace = team.join(GRACE, "developer");
        var subject = Client.subjectOf(HOME);
        var past = Instant.now().minusSeconds(120).getEpochSecond();
        var proofs = List.of("rubbish", "..", "a.b.c", "an-operator-token-that-is-no-jwt", proof(HOME) + "x",
                proof(subject, Map.of("link_to", "")), proof(subject, Map.of("link_to", "github:" + Client.subjectOf("ada@acme.example"))),
                proof(subject, Map.of("link_to", Client.subjectOf(GRACE))), proof(subject, Map.of("link_to", List.of("github"))),
                proof(subject, Map.of("idp", "google")), proof(subject, Map.of("aud", "another-service")),
                proof(subject, Map.of("iss", "https://issuer.example")), proof(subject, Map.of("exp", past)));

        assertThat(proofs).allSatisfy(it -> {
            var answer = link(asPerson(team, GRACE), grace, it);
            assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/proof");
            assertThat(answer.raw()).doesNotContain(it.length() > 10 ? it : "eyJ");
        });
        assertThat(team.events(grace)).hasSize(2);
    }

    @Test
    void only_the_member_links_an_account_and_in_person() {
        var team = teams.founded("not-oneself");
        var grace = team.join(GRACE, "developer");
        var token = asPerson(team, GRACE).createToken("personal", "protected-endpoint").text("/secret");
        var program = team.createToken("organization", "member-administration").text("/secret");

        for (var other : List.of(team, asPerson(team, "ada@acme.example"), team.as(client.with(token)), team.as(client.with(program)))) {
            assertThat(link(other, grace, proof(HOME)).code()).isEqualTo("forbidden");
            assertThat(link(other, grace, "rubbish").code()).isEqualTo("forbidden");
        }
        assertThat(link(team, grace, proof(HOME), "On-Behalf-Of", grace.toString()).code()).isEqualTo("forbidden");
        assertThat(link(asPerson(team, HOME), grace, proof(HOME)).status()).as("a stranger").isEqualTo(404);
        assertThat(team.events(grace)).hasSize(2);
    }

    @Test
    void an_account_is_linked_once_and_to_one_member() {
        var team = teams.founded("linked-once");
        var grace = joinedWithTwo(team);
        var mary = team.join("mary@navy.example", "developer");
        var marys = Map.of("link_to", "github:" + Client.subjectOf("mary@navy.example"));

        assertThat(link(asPerson(team, GRACE), grace, proof(HOME)).status()).isEqualTo(204);
        assertThat(link(asPerson(team, HOME), grace, proof(GRACE)).code()).as("names the other account").isEqualTo("invalid");
        assertThat(link(asPerson(team, "mary@navy.example"), mary, proof(Client.subjectOf(HOME), marys)).code()).isEqualTo("account-taken");
        assertThat(link(asPerson(team, "mary@navy.example"), mary, proof(Client.subjectOf(GRACE), marys)).code())
                .isEqualTo("account-taken");
        assertThat(team.client().accept(team.link(team.invite(HOME, "admin")), HOME).code()).isEqualTo("account-taken");
        assertThat(team.events(grace)).hasSize(3);
    }

    @Test
    void an_account_can_be_linked_in_each_organization() {
        var here = teams.founded("linked-here");
        var there = teams.founded("linked-there");
        joinedWithTwo(here);

        var grace = joinedWithTwo(there);

        assertThat(asPerson(there, HOME).changeName(grace, "Grace").status()).isEqualTo(204);
    }

    @Test
    void of_many_members_who_link_one_account_at_once_one_has_it() {
        var team = teams.founded("linking-race");
        var emails = List.of("a@navy.example", "b@navy.example", "c@navy.example", "d@navy.example");
        var members = emails.stream().map(it -> team.join(it, "developer")).toList();
        var invited = team.link(team.invite(HOME, "developer"));

        var answers = Together.all(5, i -> i == 4 ? team.client().accept(invited, HOME)
                : link(asPerson(team, emails.get(i)), members.get(i),
                        proof(Client.subjectOf(HOME), Map.of("link_to", "github:" + Client.subjectOf(emails.get(i))))));

        assertThat(answers).filteredOn(it -> it.status() < 300).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() >= 300).hasSize(4).extracting(Response::code).containsOnly("account-taken");
    }

    @Test
    void an_account_that_another_command_is_recording_at_that_moment_is_not_linked() throws Exception {
        var team = teams.founded("linking-meanwhile");
        var grace = team.join(GRACE, "developer");
        var mary = team.join("mary@navy.example", "developer");
        try (var other = Executors.newSingleThreadExecutor()) {
            var answer = transaction.execute(_ -> {
                jdbc.sql("insert into command.account (account_id, member_id, organization_id, provider, subject) values (?, ?, ?, ?, ?)")
                        .params(UUID.randomUUID(), mary, team.id(), "github", Client.subjectOf(HOME)).update();
                var linking = other.submit(() -> link(asPerson(team, GRACE), grace, proof(HOME)));
                await().until(() -> linking.isDone() || somethingWaits());
                return linking;
            });

            assertThat(answer.get().code()).isEqualTo("account-taken");
        }
        assertThat(accountsOf(grace)).isEqualTo(1);
    }

    private boolean somethingWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted and locktype = 'transactionid')").query(Boolean.class)
                .single();
    }

    @Test
    void an_account_that_is_removed_no_longer_signs_in_and_can_be_linked_again() {
        var team = teams.founded("removed-account");
        var grace = joinedWithTwo(team);

        assertThat(unlink(asPerson(team, HOME), grace, grace).status()).as("the first one").isEqualTo(204);
        assertThat(asPerson(team, GRACE).changeName(grace, "G").status()).isEqualTo(404);
        assertThat(unlink(asPerson(team, HOME), grace, second(team, grace)).code()).isEqualTo("last-account");
        var back = proof(Client.subjectOf(GRACE), Map.of("link_to", "github:" + Client.subjectOf(HOME)));
        assertThat(link(asPerson(team, HOME), grace, back).status()).isEqualTo(204);
        assertThat(asPerson(team, GRACE).changeName(grace, "Grace").status()).isEqualTo(204);
        assertThat(unlink(team, grace, second(team, grace)).status()).as("an operator").isEqualTo(204);
        assertThat(asPerson(team, HOME).changeName(grace, "G").status()).isEqualTo(404);
    }

    @Test
    void accounts_of_others_are_removed_by_those_who_manage_members_only() {
        var team = teams.founded("removing-others");
        var grace = joinedWithTwo(team);
        team.join("mary@navy.example", "developer");

        assertThat(unlink(asPerson(team, "mary@navy.example"), grace, grace).code()).isEqualTo("forbidden");
        assertThat(unlink(asPerson(team, GRACE), team.ada(), team.ada()).code()).isEqualTo("forbidden");
        assertThat(unlink(asPerson(team, "ada@acme.example"), grace, team.ada()).code()).isEqualTo("not-found");
        assertThat(unlink(asPerson(team, "ada@acme.example"), grace, grace).status()).isEqualTo(204);
    }

    @Test
    void of_two_accounts_that_are_removed_at_once_one_stays() {
        var team = teams.founded("removing-race");
        var grace = joinedWithTwo(team);
        var accounts = List.of(grace, second(team, grace));

        var answers = Together.all(2, i -> unlink(team, grace, accounts.get(i)));

        assertThat(answers).extracting(Response::status).containsExactlyInAnyOrder(204, 409);
        assertThat(accountsOf(grace)).isEqualTo(1);
    }

    @Test
    void the_linked_account_of_an_erased_member_can_no_longer_be_read() {
        var team = teams.founded("erased-account");
        var grace = joinedWithTwo(team);
        team.delete(grace);

        team.client().post(team.path(grace) + "/erase", null);

        var linked = team.events(grace).stream().map(it -> it.event()).filter(AccountLinked.class::isInstance).findFirst();
        assertThat(linked).hasValueSatisfying(it -> assertThat(((AccountLinked) it).identity().subject()).isNull());
    }
}
