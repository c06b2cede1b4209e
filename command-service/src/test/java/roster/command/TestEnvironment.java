package roster.command;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

import roster.contract.invitation.InvitationSigner;
import roster.eventstore.EventReader;
import roster.tracing.Tracing;

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
    RecordedSpans recordedSpans() {
        return new RecordedSpans();
    }

    @Bean
    @Primary
    Tracing recordedTracing(RecordedSpans spans) {
        return spans.tracing();
    }

    @Bean
    Teams teams(Client client, InvitationSigner signer, EventReader store) {
        return new Teams(client, signer, store);
    }
}
