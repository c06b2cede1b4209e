package roster.query.rebuild;

import java.util.Locale;

import roster.contract.word.Word;

/** State of a rebuild or a verifying run. */
public enum RebuildState implements Word {
    /** For an instance that carries it out. */
    WAITING,
    /** Events are read and folded. */
    BUILDING,
    /** Keys and indexes are created. */
    INDEXING,
    CATCHING_UP,
    SWITCHING,
    /** The rows of a verifying run are compared with the live ones. */
    COMPARING,
    /** Readers use the new views. */
    DONE,
    /** The live views are as their events say. */
    VERIFIED,
    /** Rows of the live views are not as their events say. */
    DIFFERENT,
    FAILED;

    @Override
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
