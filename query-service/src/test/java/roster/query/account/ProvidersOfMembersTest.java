package roster.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.event.MemberEvent.AccountUnlinked;
import roster.contract.role.Role;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersOfMembersTest {
    private final Acme acme = Acme.named("acme");
    private final Acme other = Acme.named("other");
    private final String slug = acme.organization().slug();
    private final UUID grace = UUID.randomUUID();
    private final UUID invited = UUID.randomUUID();

    @Autowired DataSource dataSource;
    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    void organizations_are_there() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace " + slug, Role.ENDPOINT_USER));
        recorder.record(acme.id(), acme.invited(invited, "Invited " + slug, Role.ADMIN));
        recorder.record(other.id(), other.founded());
        client.get(acme.path() + "/members", "Consistency-Token", "" + recorder.lastPosition());
    }

    private List<String> withSameAddress(String... emails) {
        var claims = Map.of("idp", "github", "email", emails[0], "email_verified", true, "verified_emails", List.of(emails));
        return client.asPerson("a stranger", claims).get("/me/accounts").body().path("providers").valueStream().map(it -> it.asString())
                .toList();
    }

    private static List<String> told(Client.Response accounts, String field) {
        return accounts.body().path("accounts").valueStream().map(it -> it.path(field).asString()).toList();
    }

    @Test
    void the_accounts_of_a_member_are_told_to_those_who_manage_members_and_to_oneself() {
        var path = acme.path() + "/members/";
        var byAda = client.asPerson(acme.ada().toString()).get(path + grace + "/accounts");
        var byGrace = client.asPerson(grace.toString()).get(path + grace + "/accounts");

        assertThat(told(byAda, "provider")).containsExactly("console");
        assertThat(told(byAda, "current")).containsExactly("false");
        assertThat(told(byGrace, "current")).containsExactly("true");
        assertThat(byGrace.body().toString()).as("the subject").doesNotContain("subject");
        assertThat(client.get(path + invited + "/accounts").body().path("accounts").toString()).isEqualTo("[]");
        assertThat(client.asPerson(grace.toString()).get(path + acme.ada() + "/accounts").status()).isEqualTo(403);
        assertThat(client.get(other.path() + "/members/" + grace + "/accounts").status()).isEqualTo(404);
    }

    @Test
    void with_a_linked_account_a_person_is_the_same_member_until_it_is_removed() {
        var mary = UUID.randomUUID();
        var account = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(mary, "Mary " + slug, Role.DEVELOPER));
        recorder.record(acme.id(), new AccountLinked(mary, account, new Identity("github", "second of " + mary)));
        var withSecond = client.asPerson("second of " + mary, Map.of("idp", "github"));

        assertThat(withSecond.get("/me/organizations", "Consistency-Token", "" + recorder.lastPosition()).each("/memberId"))
                .containsExactly(mary.toString());
        var accounts = withSecond.get(acme.path() + "/members/" + mary + "/accounts");
        assertThat(told(accounts, "provider")).containsExactly("console", "github");
        assertThat(told(accounts, "accountId")).containsExactly(mary.toString(), account.toString());
        assertThat(told(accounts, "current")).containsExactly("false", "true");
        assertThat(withSameAddress("mary." + slug + "@acme.example")).containsExactly("console", "github");
        assertThat(withSecond.get(acme.path() + "/members/" + mary + "/history").each("/type")).endsWith("member.account_linked");

        recorder.record(acme.id(), new AccountUnlinked(mary, account));

        assertThat(withSecond.get(acme.path() + "/members/" + mary).status()).isEqualTo(404);
        assertThat(client.asPerson(mary.toString()).get(acme.path() + "/members/" + mary).status()).isEqualTo(200);
    }

    @Test
    void who_has_the_address_of_a_member_is_told_with_which_provider_the_member_signs_in() {
        var graces = "Grace." + slug + "@ACME.example";

        assertThat(withSameAddress(graces)).containsExactly("console");
        assertThat(withSameAddress("nobody@acme.example", "no address", graces)).containsExactly("console");
        assertThat(withSameAddress("invited." + slug + "@acme.example")).as("has not accepted").isEmpty();
        assertThat(withSameAddress("nobody." + slug + "@acme.example")).isEmpty();
        assertThat(client.asPerson("a stranger").get("/me/accounts").body().path("providers").isEmpty()).isTrue();
        assertThat(client.get("/me/accounts").body().path("providers").isEmpty()).as("an operator").isTrue();
    }

    @Test
    void members_with_an_address_are_found_by_an_index() {
        var plan = new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(_ -> {
            var jdbc = JdbcClient.create(dataSource);
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select distinct provider from access.address where address = any ('{a@acme.example,b@acme.example}')")
                    .query(String.class).list();
        });

        assertThat(plan).anySatisfy(it -> assertThat(it).contains("membership_address"));
    }
}
