package roster.command;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

import roster.contract.invitation.InvitationSigner;
import roster.eventstore.EventReader;

/** Beans for tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestEnvironment {
    @Bean
    Client client(Environment environment) {
        return new Client(environment);
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Teams teams(Client client, InvitationSigner signer, EventReader store) {
        return new Teams(client, signer, store);
    }
}
