package roster.query.decision;

import java.util.Optional;
import java.util.UUID;

import roster.contract.word.Word;

/** The member or API token whose rights are evaluated. */
public record Subject(Kind kind, UUID id) {
    public enum Kind implements Word {
        MEMBER,
        API_TOKEN
    }

    /** Empty for an unknown type or a malformed id. */
    static Optional<Subject> of(String type, String id) {
        try {
            var known = UUID.fromString(id);
            return Word.find(Kind.class, type).map(kind -> new Subject(kind, known));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
