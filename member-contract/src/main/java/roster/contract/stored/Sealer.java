package roster.contract.stored;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Personal;

/** Seals the personal fields of one event or its metadata for the event store. */
@FunctionalInterface
public interface Sealer {
    /** Stored form of a personal field. */
    sealed interface Stored {
        /** @param place index among the sealed fields of the event */
        record Closed(int place) implements Stored {}

        /** Not sealed, because it is not about a person who can be erased, such as the name of an organization token. */
        record Clear() implements Stored {}

        /** Not stored, because the person has been erased. */
        record Nothing() implements Stored {}
    }

    /**
     * @param whose   value of {@link Personal}
     * @param pointer JSON pointer of the field (RFC 6901)
     */
    Stored seal(String whose, String pointer, String text);

    /** Opens sealed fields from the event store. */
    @FunctionalInterface
    interface Opener {
        /** @return null when it cannot be read, or when there is no field at this index */
        @Nullable
        String open(String pointer, int place);
    }
}
