package roster.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

import roster.contract.invitation.InvitationSigner;
import roster.local.disk.DurableFile;
import roster.local.postgres.Passwords;

/**
 * Secrets, generated at the first start and stored in one file each, readable by the owner only.
 *
 * @param invitationKeys in the format of the services' setting: {@code <id>:<base64>}
 * @param masterKeys     likewise
 * @param logKeys        private key of the log: 32 bytes in base64
 * @param consoleKey     RSA key, PKCS#8 in base64
 */
public record Secrets(String operatorToken, String notificationToken, String invitationKeys, String masterKeys, String logKeys,
        String consoleKey,
        Passwords passwords) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String KEY_ID = "k1";
    private static final int CONSOLE_KEY_BITS = 2_048;

    public static Secrets in(DataFolder data) {
        var folder = data.resolve("secrets");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(
                kept(data.resolve("operator-token"), () -> random(Base64.getUrlEncoder().withoutPadding())),
                kept(folder.resolve("notification-token"), () -> random(Base64.getUrlEncoder().withoutPadding())),
                kept(folder.resolve("invitation-keys"), () -> KEY_ID + ":" + random(Base64.getEncoder())),
                kept(folder.resolve("master-keys"), () -> KEY_ID + ":" + random(Base64.getEncoder())),
                kept(folder.resolve("log-keys"), () -> random(Base64.getEncoder())),
                kept(folder.resolve("console-key"), Secrets::rsaKey),
                passwords(folder));
    }

    private static Passwords passwords(Path folder) {
        var made = Passwords.random();
        return new Passwords(
                kept(folder.resolve("database-superuser"), made::superuser),
                kept(folder.resolve("database-owner"), made::owner),
                kept(folder.resolve("database-command"), made::command),
                kept(folder.resolve("database-query"), made::query),
                kept(folder.resolve("database-notification"), made::notification),
                kept(folder.resolve("database-keys"), made::keys));
    }

    private static String kept(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                DurableFile.write(file, (made.get() + "\n").getBytes(StandardCharsets.UTF_8), DataFolder.OWNER_ONLY);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + file, e);
        }
    }

    private static String random(Base64.Encoder encoder) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }

    private static String rsaKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(CONSOLE_KEY_BITS);
            return Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /** Creates the same links as the services. */
    public InvitationSigner invitationSigner() {
        var key = invitationKeys.split(",", 2)[0].split(":", 2);
        return new InvitationSigner(Map.of(key[0], Base64.getDecoder().decode(key[1])), key[0]);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
