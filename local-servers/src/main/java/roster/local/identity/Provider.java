package roster.local.identity;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import roster.local.identity.oauth.Sha256;

/** Whom a stand-in plays. */
public enum Provider {
    /** Knows people by 21 digits. */
    GOOGLE("Google", BigInteger.TEN.pow(20), BigInteger.TEN.pow(21)),
    /** Knows people by a number. */
    GITHUB("GitHub", BigInteger.ONE, BigInteger.TEN.pow(12));

    private final String title;
    private final BigInteger lowest;
    private final BigInteger beyond;

    Provider(String title, BigInteger lowest, BigInteger beyond) {
        this.title = title;
        this.lowest = lowest;
        this.beyond = beyond;
    }

    String title() {
        return title;
    }

    /** What the identities that it vouches for are kept under. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its paths begin with. */
    String path() {
        return "/" + id();
    }

    /** Where its stand-in is: the issuer, or what goes before the paths that the real one has. */
    public URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + path());
    }

    /** The same for an address at any time and on any machine. */
    String subject(String email) {
        var text = id() + ":" + email.strip().toLowerCase(Locale.ROOT);
        var number = new BigInteger(1, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        return number.mod(beyond.subtract(lowest)).add(lowest).toString();
    }
}
