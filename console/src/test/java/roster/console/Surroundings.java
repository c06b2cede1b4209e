package roster.console;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;
import roster.local.process.Ports;

/** The environment of the console in tests: identity providers and {@link FakeServices}. */
final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var services = FakeServices.start();
        var identity = StandInProviders.start(0);
        context.getBeanFactory().registerSingleton("fakeServices", services);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                services.close();
                identity.close();
            }
        });
        TestPropertyValues.of(settings(Ports.freeOr(0), services, identity)).and("management.server.port=0").applyTo(context);
    }

    /** Settings of a console on this port. */
    static List<String> settings(int port, FakeServices services, StandInProviders identity) {
        var client = StandInProviders.CLIENT;
        return List.of("server.port=" + port, "roster.console.url=http://127.0.0.1:" + port, "roster.console.key=" + key(),
                "roster.services.commands=" + services.address(), "roster.services.queries=" + services.address(),
                "roster.sign-in.google.issuer=" + identity.address(ImitatedProvider.GOOGLE),
                "roster.sign-in.google.client-id=" + client.id(), "roster.sign-in.google.client-secret=" + client.secret(),
                "roster.sign-in.github.url=" + identity.address(ImitatedProvider.GITHUB),
                "roster.sign-in.github.api-url=" + identity.address(ImitatedProvider.GITHUB),
                "roster.sign-in.github.client-id=" + client.id(), "roster.sign-in.github.client-secret=" + client.secret());
    }

    private static String key() {
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2_048);
            return Base64.getEncoder().encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
