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
 * Plays Google and GitHub where Roster runs on one machine: lets anybody sign in as anybody, with an address that is verified or not, and
 * says so on its pages. Nothing is kept when it ends but what follows from an address.
 */
public final class StandInProviders implements AutoCloseable {
    public static final Client CLIENT = Client.ROSTER;

    private final LoopbackServer server;

    private StandInProviders(LoopbackServer server) {
        this.server = server;
    }

    /** @param port 0 for any */
    public static StandInProviders start(int port) {
        int free = Ports.freeOr(port);
        var people = new People();
        return new StandInProviders(LoopbackServer.start("identity", free, Map.of(
                Provider.GOOGLE.path() + "/", new StandInGoogle(free, people),
                Provider.GITHUB.path() + "/", new StandInGitHub(people),
                "/", new Rest())));
    }

    /** By what the provider knows whoever has this address: always the same. */
    public static String subject(Provider provider, String email) {
        return provider.subject(email);
    }

    /** Where the stand-in for a provider is: the issuer of Google's, and what goes before GitHub's own paths. */
    public URI address(Provider provider) {
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
                send(exchange, 404, "text/plain", "Roster plays Google and GitHub here. Sign in where you want to be.\n");
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
