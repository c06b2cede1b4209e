package roster.query.event;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.member.CurrentMember;
import roster.query.member.MemberProjection.Change;

/** The differing fields of two states of a member, as JSON. */
record ChangedFields(@Nullable String before, @Nullable String after) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of an event that is not a member's. */
    static final ChangedFields NONE = new ChangedFields(null, null);

    static ChangedFields of(Change change) {
        return between(change.before(), change.after());
    }

    private static ChangedFields between(@Nullable CurrentMember before, CurrentMember after) {
        var now = fields(after);
        if (before == null) {
            return new ChangedFields(null, JSON.writeValueAsString(now));
        }
        var was = fields(before);
        if (after.erased()) { // history does not show erased values either
            was.put("name", null);
            was.put("email", null);
        }
        now.forEach((field, value) -> was.remove(field, value));
        now.keySet().retainAll(was.keySet());
        return new ChangedFields(JSON.writeValueAsString(was), JSON.writeValueAsString(now));
    }

    private static Map<String, @Nullable Object> fields(CurrentMember member) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("name", member.name());
        fields.put("email", member.email());
        fields.put("role", member.role().value());
        fields.put("erased", member.erased());
        fields.put("status", member.status().value());
        fields.put("invitationStatus", member.invitation().status().value());
        fields.put("invitationExpiresAt", member.invitation().expiresAt().toString());
        fields.put("invitationIssue", member.invitation().issue());
        fields.put("invitationRequestedAt", Objects.toString(member.invitation().requestedAt(), null));
        return fields;
    }
}
