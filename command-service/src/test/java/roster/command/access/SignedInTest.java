package roster.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.event.Actor;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.local.PerJvm;

/** Persons authenticated by a configured issuer. */
@ServiceTest
class SignedInTest {
    private static final long DAY = 86_400;
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Test
    void a_person_who_signs_in_with_the_invited_address_becomes_the_member() {
        var team = teams.founded("signs-in");
        var invited = team.invite(GRACE, "developer");

        var accepted = client.signedIn(GRACE).post("/invitations/accept", "{\"token\": \"%s\"}".formatted(team.link(invited)));

        assertThat(accepted.status()).as(accepted.raw()).isEqualTo(200);
        var acceptance = team.events(invited.id("/memberId")).getLast();
        assertThat(((InvitationAccepted) acceptance.event()).identity()).hasToString("Identity[provider=github, subject=subject of " + GRACE
                + "]");
        assertThat(acceptance.metadata().actor()).isEqualTo(new Actor(Actor.Kind.MEMBER, invited.text("/memberId")));
    }

    @Test
    void an_address_that_is_not_verified_or_not_the_invited_one_is_not_enough() {
        var team = teams.founded("signs-in-wrongly");
        var link = "{\"token\": \"%s\"}".formatted(team.link(team.invite(GRACE, "developer")));

        assertThat(client.signedIn("mallory@navy.example").post("/invitations/accept", link).code()).isEqualTo("wrong-account");
        assertThat(person(Map.of("email", GRACE, "email_verified", false)).post("/invitations/accept", link).code())
                .isEqualTo("email-not-verified");
        assertThat(person(Map.of("email", GRACE)).post("/invitations/accept", link).code()).isEqualTo("email-not-verified");
        assertThat(person(Map.of("email", "not an address", "email_verified", true)).post("/invitations/accept", link).code())
                .isEqualTo("email-not-verified");
        assertThat(client.signedIn(GRACE).post("/invitations/accept", link).status()).as("it stayed pending").isEqualTo(200);
    }

    @Test
    void any_verified_address_of_the_account_may_be_the_invited_one() {
        var team = teams.founded("signs-in-secondly");
        var link = "{\"token\": \"%s\"}".formatted(team.link(team.invite(GRACE, "developer")));
        var others = List.of("grace@home.example", "not an address", GRACE.toUpperCase(Locale.ROOT));

        assertThat(person(Map.of("verified_emails", others)).post("/invitations/accept", link).code()).isEqualTo("email-not-verified");
        assertThat(person(Map.of("email", "g@work.example", "email_verified", true, "verified_emails", "GRACE"))
                .post("/invitations/accept", link).code()).isEqualTo("wrong-account");
        assertThat(person(Map.of("email", "g@work.example", "email_verified", true, "verified_emails", others))
                .post("/invitations/accept", link).status()).isEqualTo(200);
    }

    @Test
    void only_an_operator_sends_a_verified_address() {
        var team = teams.founded("says-so");
        var link = team.link(team.invite(GRACE, "developer"));

        var answer = client.signedIn(GRACE).post("/invitations/accept",
                "{\"token\": \"%s\", \"verifiedEmail\": \"%s\"}".formatted(link, GRACE));
        var program = client.with(team.createToken("organization", "member-administration").text("/secret"))
                .post("/invitations/accept", "{\"token\": \"%s\", \"verifiedEmail\": \"%s\"}".formatted(link, GRACE));

        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/verifiedEmail");
        assertThat(program.code()).isEqualTo("forbidden");
    }

    @Test
    void one_person_is_not_two_members_of_an_organization() {
        var team = teams.founded("twice");
        team.join(GRACE, "developer");
        var again = team.link(team.invite("other@navy.example", "developer"));

        var answer = client.with(PerJvm.issuer().token(Client.subjectOf(GRACE), "roster",
                Map.of("idp", "github", "email", "other@navy.example", "email_verified", true)))
                .post("/invitations/accept", "{\"token\": \"%s\"}".formatted(again));

        assertThat(answer.code()).isEqualTo("account-taken");
    }

    @Test
    void the_link_alone_is_enough_to_decline() {
        var team = teams.founded("declines");
        var invited = team.invite(GRACE, "developer");

        var declined = client.anonymous().post("/invitations/decline", "{\"token\": \"%s\"}".formatted(team.link(invited)));

        assertThat(declined.status()).as(declined.raw()).isEqualTo(204);
        assertThat(team.events(invited.id("/memberId")).getLast().metadata().actor())
                .isEqualTo(new Actor(Actor.Kind.MEMBER, invited.text("/memberId")));
    }

    @Test
    void declining_again_with_the_same_key_gets_the_same_answer_and_with_another_one_none() {
        var team = teams.founded("declines-again");
        var link = "{\"token\": \"%s\"}".formatted(team.link(team.invite(GRACE, "developer")));
        var declined = client.anonymous().post("/invitations/decline", link, "Idempotency-Key", "declined");

        var again = client.anonymous().post("/invitations/decline", link, "Idempotency-Key", "declined");

        assertThat(again.status()).as(again.raw()).isEqualTo(204);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo(declined.header("ETag"));
        assertThat(client.anonymous().post("/invitations/decline", link, "Idempotency-Key", "another").code())
                .isEqualTo("invitation-ended");
    }

    @Test
    void members_act_in_their_own_name_and_as_their_role_allows() {
        var team = teams.founded("acts");
        var grace = team.join(GRACE, "developer");
        var asAda = team.as(client.signedIn("ada@acme.example"));
        var asGrace = team.as(client.signedIn(GRACE));

        assertThat(asAda.invite("a@navy.example", "developer").id("/invitation/invitedBy/memberId")).isEqualTo(team.ada());
        assertThat(asGrace.invite("b@navy.example", "developer").code()).isEqualTo("forbidden");
        assertThat(asGrace.changeRole(grace, "admin").code()).isEqualTo("forbidden");
        assertThat(client.signedIn(GRACE).register("acts-too").code()).isEqualTo("forbidden");
        assertThat(asAda.invite("c@navy.example", "developer", "On-Behalf-Of", grace.toString()).code()).isEqualTo("invalid");
    }

    @Test
    void members_may_leave_but_not_delete_others() {
        var team = teams.founded("leaves");
        var grace = team.join(GRACE, "endpoint_user");
        var mallory = team.join("mallory@navy.example", "developer");
        var asGrace = team.as(client.signedIn(GRACE));
        var token = team.as(client.with(asGrace.createToken("personal", "protected-endpoint").text("/secret")));

        assertThat(asGrace.delete(mallory).code()).isEqualTo("forbidden");
        assertThat(token.delete(grace).code()).as("a program does not leave").isEqualTo("forbidden");
        assertThat(asGrace.delete(grace).status()).isEqualTo(204);
        assertThat(team.events(grace).getLast().metadata().actor().id()).isEqualTo(grace.toString());
        assertThat(asGrace.delete(grace).status()).as("and is a stranger from then on").isEqualTo(404);
    }

    @Test
    void the_suspended_may_do_nothing_and_strangers_see_nothing() {
        var team = teams.founded("suspends");
        var grace = team.join(GRACE, "admin");
        team.post(grace, "suspend");

        assertThat(team.as(client.signedIn(GRACE)).invite("a@navy.example", "developer").code()).isEqualTo("forbidden");
        assertThat(team.as(client.signedIn(GRACE)).delete(grace).code()).isEqualTo("forbidden");
        assertThat(team.as(client.signedIn("stranger@navy.example")).invite("a@navy.example", "developer").code()).isEqualTo("not-found");
        assertThat(team.as(client.signedIn("stranger@navy.example")).invite("rubbish", "rubbish").code()).isEqualTo("not-found");
    }

    @Test
    void in_whose_name_a_program_asks_is_checked() {
        var team = teams.founded("in-whose-name");
        var other = teams.founded("without-inviter");
        var token = team.as(client.with(team.createToken("organization", "member-administration").text("/secret")));
        var grace = team.join(GRACE, "developer");

        assertThat(token.post(grace, "suspend", "On-Behalf-Of", other.ada().toString()).text("/errors/0/header"))
                .isEqualTo("On-Behalf-Of");
        assertThat(token.post(grace, "suspend", "On-Behalf-Of", team.ada().toString()).status()).isEqualTo(204);
        assertThat(team.events(grace).getLast().metadata().onBehalfOf()).isEqualTo(team.ada());
    }

    @Test
    void in_the_name_of_a_member_nothing_is_done_that_the_member_may_not_do() {
        var team = teams.founded("in-whose-name-what");
        var token = team.as(client.with(team.createToken("organization", "member-administration").text("/secret")));
        var grace = team.join(GRACE, "developer");
        var mary = team.join("mary@navy.example", "endpoint_user");
        var inGracesName = new String[]{"On-Behalf-Of", grace.toString()};

        for (var caller : new Team[]{team, token}) {
            for (var refused : new Response[]{caller.post(mary, "suspend", inGracesName), caller.changeRole(mary, "admin", inGracesName),
                    caller.delete(mary, inGracesName), caller.invite("a@navy.example", "developer", inGracesName)}) {
                assertThat(refused.status()).as(refused.raw()).isEqualTo(403);
                assertThat(refused.code()).isEqualTo("forbidden");
                assertThat(refused.text("/detail")).contains("On-Behalf-Of");
            }
        }
        assertThat(team.history(mary)).doesNotContain("member.suspended", "member.role_changed", "member.deleted");
        assertThat(team.delete(grace, inGracesName).status()).as("members may leave").isEqualTo(204);
    }

    @Test
    void an_issuer_that_changes_its_key_is_still_believed_and_the_old_key_no_more() {
        var team = teams.founded("rotates");
        var old = client.signedIn("ada@acme.example");
        assertThat(team.as(old).invite("a@navy.example", "developer").status()).isEqualTo(201);

        PerJvm.issuer().rotate();

        var renewed = team.as(client.signedIn("ada@acme.example"));
        await("keys are not fetched for every unknown key id")
                .until(() -> renewed.invite("b@navy.example", "developer").status() == 201);
        assertThat(team.as(old).invite("c@navy.example", "developer").status()).isEqualTo(401);
        assertThat(team.as(old).invite("c@navy.example", "developer").status()).isEqualTo(401);
    }

    static Stream<String> forged() {
        var now = Instant.now().getEpochSecond();
        return Stream.of(
                token(Map.of("exp", now - 60, "iat", now - 120)),
                token(Map.of("nbf", now + 120)),
                token(Map.of("iat", now, "exp", now + DAY + 60)),
                token(Map.of("iat", now - 2 * DAY, "exp", now + 60)),
                token(Map.of("iat", now + DAY, "exp", now + DAY + 300)),
                token(Map.of("aud", "another-service")),
                token(Map.of("iss", "https://issuer.example")),
                token(Map.of("sub", "")),
                token(Map.of("idp", "google")),
                token(Map.of("idp", 7)),
                without("exp"), without("iat"), without("sub"), without("aud"), without("iss"),
                unsigned("none"), unsigned("HS256"),
                token(Map.of()) + "x",
                token(Map.of()).replaceAll("\\.[^.]*$", "."),
                "..", "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("forged")
    void what_the_issuer_did_not_sign_for_us_and_now_is_not_believed(String token) {
        var answer = client.with(token).register("forged");

        assertThat(answer.status()).as(answer.raw()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }

    @Test
    void a_token_that_lives_for_a_day_is_believed() {
        var now = Instant.now().getEpochSecond();

        assertThat(client.with(token(Map.of("iat", now, "exp", now + DAY))).register("for-a-day").code()).isEqualTo("forbidden");
    }

    private Client person(Map<String, ?> claims) {
        return client.with(token(claims));
    }

    private static String token(Map<String, ?> claims) {
        return PerJvm.issuer().token("ada", "roster", claims);
    }

    private static String without(String claim) {
        var claims = new HashMap<String, Object>();
        claims.put(claim, null);
        return token(claims);
    }

    private static String unsigned(String algorithm) {
        var parts = token(Map.of()).split("\\.", -1);
        var header = "{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "." + parts[1] + "."
                + (algorithm.equals("none") ? "" : parts[2]);
    }
}
