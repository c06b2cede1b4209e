package roster.recordlog.note;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with signatures (C2SP signed-note).
 *
 * @param text with the end of its last line
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 64;
    private static final String BLANK_LINE = "\n\n";

    public SignedNote {
        if (!text.endsWith("\n") || text.chars().anyMatch(it -> it < ' ' && it != '\n')) {
            throw new MalformedNote("the text of a note ends with a line, and has no control characters");
        }
        signatures = List.copyOf(signatures);
    }

    /** @throws MalformedNote for anything else, and for a note without signatures */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf(BLANK_LINE);
        if (blank < 0 || !note.endsWith("\n") || blank + BLANK_LINE.length() == note.length()) {
            throw new MalformedNote("not a signed note: it has no signatures after a blank line");
        }
        var lines = note.substring(blank + BLANK_LINE.length(), note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) {
            throw new MalformedNote("a note has more than " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, blank + 1), Stream.of(lines).map(NoteSignature::parse).toList());
    }

    public static SignedNote sign(String text, List<NoteSigner> keys) {
        return new SignedNote(text, keys.stream().map(it -> it.sign(text)).toList());
    }

    /** True when the key has signed it. */
    public boolean isSignedBy(VerifierKey key) {
        return signatureOf(key).isPresent();
    }

    /**
     * The valid signature of a key.
     *
     * @throws MalformedNote when one that claims to be of this key is wrong
     */
    public Optional<NoteSignature> signatureOf(VerifierKey key) {
        var claimed = signatures.stream().filter(key::isNamedBy).toList();
        for (var signature : claimed) {
            if (!key.verifies(text, signature)) {
                throw new MalformedNote("the signature of " + key.name() + " is wrong");
            }
        }
        return claimed.stream().findFirst();
    }

    public SignedNote with(List<NoteSignature> more) {
        return new SignedNote(text, Stream.concat(signatures.stream(), more.stream()).distinct().toList());
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(it -> it + "\n").collect(Collectors.joining());
    }
}
