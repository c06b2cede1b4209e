package roster.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import com.sun.net.httpserver.HttpExchange;

import roster.local.http.LoopbackOnly;
import roster.local.http.LoopbackServer;
import roster.local.identity.oauth.Client;
import roster.local.process.Ports;

/**
 * Imitates Google and GitHub where Roster runs on one machine: users sign in as any person, with a verified or unverified address. Stores
 * nothing; a subject is derived from the address.
 */
public final class StandInProviders implements AutoCloseable {
    public static final Client CLIENT = Client.ROSTER;

    private final LoopbackServer server;

    private StandInProviders(LoopbackServer server) {
        this.server = server;
    }

    /** @param port 0 for any free port */
    public static StandInProviders start(int port) {
        int free = Ports.freeOr(port);
        var people = new SignInPeople();
        return new StandInProviders(LoopbackServer.start("identity", free, Map.of(
                ImitatedProvider.GOOGLE.path() + "/", new StandInGoogle(free, people),
                ImitatedProvider.GITHUB.path() + "/", new StandInGitHub(people),
                "/", new Rest())));
    }

    /** Subject of the person with this address at the provider: always the same. */
    public static String subject(ImitatedProvider provider, String email) {
        return provider.subject(email);
    }

    /** URL of the stand-in for a provider: the issuer for Google, the prefix of GitHub's paths for GitHub. */
    public URI address(ImitatedProvider provider) {
        return provider.address(server.address().getPort());
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Rest extends LoopbackOnly {
        private static final String STYLE = style();

        @Override
        protected void answer(HttpExchange exchange) throws IOException {
            if (exchange.getRequestURI().getPath().equals("/stand-in.css")) {
                send(exchange, 200, "text/css", STYLE);
            } else {
                send(exchange, 404, "text/plain",
                        "Roster imitates Google and GitHub here. Start from the application that you want to sign in to.\n");
            }
        }

        private static String style() {
            try (var style = Objects.requireNonNull(StandInProviders.class.getResourceAsStream("stand-in.css"))) {
                return new String(style.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
