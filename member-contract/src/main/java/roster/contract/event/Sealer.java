package roster.contract.event;

import org.jspecify.annotations.Nullable;

/** Seals what names a person in one event, or in its metadata, on the way into the store. */
@FunctionalInterface
public interface Sealer {
    /** What is stored in the place of a text. */
    sealed interface Stored {
        /** @param place that of what was sealed, among all that is sealed of the event */
        record Closed(int place) implements Stored {}

        /** It names nobody who could be forgotten, such as the token of an organization. */
        record Clear() implements Stored {}

        /** The person has been forgotten already. */
        record Nothing() implements Stored {}
    }

    /**
     * @param whose   as {@link Personal} says
     * @param pointer where in the JSON it stands (RFC 6901)
     */
    Stored seal(String whose, String pointer, String text);

    /** Opens what was sealed, on the way out of the store. */
    @FunctionalInterface
    interface Opener {
        /** @return null when it cannot be read, for whatever reason; the place may be none of its */
        @Nullable
        String open(String pointer, int place);
    }
}
