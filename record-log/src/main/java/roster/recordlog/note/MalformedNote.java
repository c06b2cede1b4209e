package roster.recordlog.note;

/** A text that is no signed note, checkpoint, key or proof. */
public final class MalformedNote extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedNote(String message) {
        super(message);
    }
}
