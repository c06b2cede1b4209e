package roster.console.identity;

import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /.well-known/jwks.json}: the public key of the console's tokens (RFC 7517). */
@RestController
final class KeyController {
    private final Map<String, Object> keys;

    KeyController(ConsoleKey key) {
        this.keys = new JWKSet(key.published()).toJSONObject();
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> keys() {
        return keys;
    }
}
