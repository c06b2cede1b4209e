package roster.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

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

    @Test
    void the_provider_of_a_member_is_told_to_those_who_manage_members() {
        var path = acme.path() + "/members/";

        assertThat(client.asPerson(acme.ada().toString()).get(path + grace + "/accounts").body().path("providers").toString())
                .isEqualTo("[\"console\"]");
        assertThat(client.get(path + invited + "/accounts").body().path("providers").toString()).isEqualTo("[]");
        assertThat(client.asPerson(grace.toString()).get(path + grace + "/accounts").status()).isEqualTo(403);
        assertThat(client.get(other.path() + "/members/" + grace + "/accounts").status()).isEqualTo(404);
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
}
