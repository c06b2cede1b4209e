package roster.query.decision;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import roster.query.http.Spelling;

/** The member or API token whose rights are evaluated. */
public record Subject(Kind kind, UUID id) {
    public enum Kind {
        MEMBER,
        API_TOKEN;

        /** Empty for an unknown type. */
        public static Optional<Kind> named(String type) {
            return Arrays.stream(values()).filter(it -> Spelling.of(it).equals(type)).findFirst();
        }
    }

    /** Empty for an unknown type or a malformed id. */
    static Optional<Subject> of(String type, String id) {
        try {
            var known = UUID.fromString(id);
            return Kind.named(type).map(kind -> new Subject(kind, known));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
