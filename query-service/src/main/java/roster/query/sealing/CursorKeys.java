package roster.query.sealing;

import java.util.Optional;

import org.springframework.stereotype.Component;

import roster.eventstore.sealing.DerivedKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.query.http.CursorSeal;

/** Seals cursors with keys that are derived from the master keys, which all instances have. */
@Component
final class CursorKeys implements CursorSeal {
    private final DerivedKeys keys;

    CursorKeys(MasterKeys masterKeys) {
        this.keys = masterKeys.derive("roster cursors");
    }

    @Override
    public byte[] seal(String question, String text) {
        return keys.seal(question, text);
    }

    @Override
    public Optional<String> open(String question, byte[] sealed) {
        return keys.open(question, sealed);
    }
}
