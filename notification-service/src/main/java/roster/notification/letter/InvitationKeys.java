package roster.notification.letter;

import java.util.Base64;
import java.util.LinkedHashMap;

import roster.contract.invitation.InvitationSigner;

/** Reads the keys that invitation links are signed with. What it complains of never contains a key. */
final class InvitationKeys {
    private static final String SHAPE = "ROSTER_INVITATION_KEYS must be <id>:<base64 of at least 32 bytes>, more of them after commas";

    private InvitationKeys() {}

    /** @throws IllegalArgumentException for anything but usable keys */
    static InvitationSigner signer(String keys) {
        var secrets = new LinkedHashMap<String, byte[]>();
        for (var key : keys.split(",", -1)) {
            int colon = key.indexOf(':');
            if (colon < 1 || secrets.put(key.substring(0, colon).strip(), decoded(key.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException(SHAPE);
            }
        }
        return new InvitationSigner(secrets, secrets.firstEntry().getKey());
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SHAPE);
        }
    }
}
