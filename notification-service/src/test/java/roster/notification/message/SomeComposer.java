package roster.notification.message;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Map;

import jakarta.mail.internet.InternetAddress;

import roster.contract.invitation.InvitationSigner;

/** A composer for tests that need any message. */
public final class SomeComposer {
    static final InvitationSigner SIGNER = new InvitationSigner(Map.of("k1", new byte[32]), "k1");
    public static final EmailComposer COMPOSER = composer(false);
    static final EmailComposer WITH_REPLIES = composer(true);

    private SomeComposer() {}

    /** Another instance, as after a restart. */
    static EmailComposer another() {
        return composer(false);
    }

    private static EmailComposer composer(boolean repliesGoToInviter) {
        return new EmailComposer(from(), repliesGoToInviter, new InvitationLinks(URI.create("https://console.example/"), SIGNER),
                new EmailTemplates());
    }

    private static InternetAddress from() {
        try {
            return new InternetAddress("roster@mail.roster.example", "Roster", "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
