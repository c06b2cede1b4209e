package roster.query.access;

import java.util.Optional;
import java.util.UUID;

import roster.query.http.Spelling;

/** Whose rights are asked for. */
record Subject(Kind kind, UUID id) {
    enum Kind {
        MEMBER,
        API_TOKEN
    }

    /** Empty for what cannot be one. */
    static Optional<Subject> of(String type, String id) {
        try {
            return Optional.of(new Subject(Spelling.read(Kind.class, type), UUID.fromString(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
