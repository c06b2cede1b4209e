package roster.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.local.PerJvm;
import roster.query.Client;
import roster.query.OwnServiceTest;

@OwnServiceTest
class KeyRotationTest {
    @Autowired Client client;

    @Test
    void a_new_key_of_an_issuer_is_fetched_when_it_is_first_met() {
        var person = UUID.randomUUID().toString();
        assertThat(client.asPerson(person).get("/roles").status()).isEqualTo(200);

        PerJvm.issuer().rotate();

        // keys are fetched at most every few seconds
        await().untilAsserted(() -> assertThat(client.asPerson(person).get("/roles").status()).isEqualTo(200));
    }
}
