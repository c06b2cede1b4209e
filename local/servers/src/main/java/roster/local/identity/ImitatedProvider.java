package roster.local.identity;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import roster.local.identity.oauth.Sha256;

/** Identity provider that a stand-in imitates. */
public enum ImitatedProvider {
    /** Its subjects have 21 digits. */
    GOOGLE("Google", BigInteger.TEN.pow(20), BigInteger.TEN.pow(21)),
    /** Its subjects are numbers. */
    GITHUB("GitHub", BigInteger.ONE, BigInteger.TEN.pow(12));

    private final String title;
    private final BigInteger lowest;
    private final BigInteger beyond;

    ImitatedProvider(String title, BigInteger lowest, BigInteger beyond) {
        this.title = title;
        this.lowest = lowest;
        this.beyond = beyond;
    }

    String title() {
        return title;
    }

    /** Provider name under which its identities are stored. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Prefix of its paths. */
    String path() {
        return "/" + id();
    }

    /** URL of its stand-in: the issuer, or the prefix of the real provider's paths. */
    public URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + path());
    }

    /** The subject of an address: always and everywhere the same. */
    String subject(String email) {
        var text = id() + ":" + email.strip().toLowerCase(Locale.ROOT);
        var number = new BigInteger(1, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        return number.mod(beyond.subtract(lowest)).add(lowest).toString();
    }
}
