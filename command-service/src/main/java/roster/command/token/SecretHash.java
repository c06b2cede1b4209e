package roster.command.token;

import java.util.HexFormat;

/** The SHA-256 of a token's secret, in hexadecimal. */
record SecretHash(String hex) {
    static SecretHash of(byte[] sha256) {
        return new SecretHash(HexFormat.of().formatHex(sha256));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "***";
    }
}
