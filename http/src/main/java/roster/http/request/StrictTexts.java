package roster.http.request;

import java.util.UUID;

import org.springframework.format.FormatterRegistry;

/** Converters of parameters that accept one spelling only, where those of Spring accept several. */
final class StrictTexts {
    private static final int LENGTH_OF_ID = 36;

    private StrictTexts() {}

    static void addTo(FormatterRegistry registry) {
        registry.addConverter(String.class, Boolean.class, StrictTexts::truth);
        registry.addConverter(String.class, UUID.class, StrictTexts::id);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static UUID id(String text) {
        if (text.length() == LENGTH_OF_ID) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException _) {
                // explained below
            }
        }
        throw new IllegalArgumentException("must be an id, as in RFC 9562");
    }
}
