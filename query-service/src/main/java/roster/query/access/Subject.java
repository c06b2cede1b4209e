package roster.query.access;

import java.util.Optional;
import java.util.UUID;

import roster.query.http.Spelling;

/** The member or API token whose rights are evaluated. */
record Subject(Kind kind, UUID id) {
    enum Kind {
        MEMBER,
        API_TOKEN
    }

    /** Empty for an unknown type or a malformed id. */
    static Optional<Subject> of(String type, String id) {
        try {
            return Optional.of(new Subject(Spelling.read(Kind.class, type), UUID.fromString(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
