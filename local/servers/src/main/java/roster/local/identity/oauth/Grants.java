package roster.local.identity.oauth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Authorization codes, each valid for one attempt, and access tokens. Kept in memory. */
public final class Grants {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();

    public String code(Grant grant) {
        return keep(grant, codes);
    }

    public Optional<Grant> redeem(String code) {
        return Optional.ofNullable(codes.remove(code));
    }

    public String accessToken(Grant grant) {
        return keep(grant, tokens);
    }

    /** The grant of the access token in the request. */
    public Optional<Grant> of(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).map(Grants::bearer).map(tokens::get);
    }

    /** GitHub accepts both schemes, bearer and token. */
    private static @Nullable String bearer(String header) {
        var parts = header.split(" ", 2);
        return parts.length == 2 && (parts[0].equalsIgnoreCase("bearer") || parts[0].equalsIgnoreCase("token")) ? parts[1] : null;
    }

    private static String keep(Grant grant, Map<String, Grant> grants) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(secret, grant);
        return secret;
    }
}
