package roster.command.retry;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Removes a member's name and address, and the names of their tokens, from an answer that {@code V8__answers_about.sql} finds. */
final class Unnamed {
    private Unnamed() {}

    static JsonNode without(UUID member, JsonNode answer) {
        if (answer instanceof ObjectNode it && isAbout(member, it)) {
            blank(it, "name");
            blank(it, "email");
        }
        answer.forEach(part -> without(member, part));
        return answer;
    }

    /** False for an organization, which has a slug: its name is not personal. */
    private static boolean isAbout(UUID member, ObjectNode it) {
        return !it.has("slug") && (isId(member, it.get("memberId")) || isId(member, it.get("ownerId")));
    }

    private static boolean isId(UUID member, @Nullable JsonNode id) {
        return id != null && id.asString().equals(member.toString());
    }

    private static void blank(ObjectNode it, String field) {
        if (it.has(field)) {
            it.putNull(field);
        }
    }
}
