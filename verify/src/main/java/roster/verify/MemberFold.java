package roster.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberStatus;
import roster.contract.member.CurrentMember;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.recordlog.event.LoggedEvent;

/** Folds events into members, without names. */
final class MemberFold {
    private final Findings findings;
    private final long upTo;
    private final Map<UUID, CurrentMember> members = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();

    /** @param upTo position after which events are not folded */
    MemberFold(Findings findings, long upTo) {
        this.findings = findings;
        this.upTo = upTo;
    }

    void apply(LogEntry entry, LoggedEvent stored) {
        try {
            if (EventJson.read(EventType.named(stored.type()), stored.revision(), stored.payload(),
                    (_, _) -> null) instanceof MemberEvent it) {
                apply(stored, it);
            }
        } catch (IllegalStateException | IllegalArgumentException | JacksonException e) {
            findings.wrong(entry + ": it does not follow the events before it: " + e.getMessage());
        }
    }

    private void apply(LoggedEvent stored, MemberEvent event) {
        if (event instanceof MemberErased) {
            erased.add(event.memberId());
        }
        if (stored.position() <= upTo) {
            members.compute(event.memberId(), (_, was) -> CurrentMember.evolve(was, event, stored.sequence(), stored.recordedAt()));
        }
    }

    boolean isErased(UUID member) {
        return erased.contains(member);
    }

    /** Compares role, status and version with a list of members, as query-service answers it. */
    void compare(JsonNode list) {
        if (list.path("next").isString()) {
            findings.wrong("members: the file is a page, not all members");
        }
        var expected = new HashMap<>(members);
        for (var member : list.path("data")) {
            var id = UUID.fromString(AnswerJson.text(member, "memberId"));
            var folded = Optional.ofNullable(expected.remove(id));
            if (folded.filter(it -> isSame(it, member)).isEmpty()) {
                findings.wrong("members: " + id + " is " + description(member) + ", and by the events "
                        + folded.map(it -> it.role().value() + ", " + it.status().value() + ", version " + it.version())
                                .orElse("no member"));
            }
        }
        expected.values().removeIf(it -> it.status() == MemberStatus.DELETED);
        expected.keySet().forEach(it -> findings.wrong("members: " + it + " is missing"));
        if (findings.areGood()) {
            findings.proven("members: the list follows from the events");
        }
    }

    private static boolean isSame(CurrentMember folded, JsonNode member) {
        return folded.role().value().equals(member.path("role").asString(""))
                && folded.status().value().equals(member.path("status").asString(""))
                && folded.version() == member.path("version").asLong(-1);
    }

    private static String description(JsonNode member) {
        return member.path("role").asString("") + ", " + member.path("status").asString("") + ", version "
                + member.path("version").asString("");
    }

    @Override
    public String toString() {
        return members.size() + " members, " + members.values().stream().filter(it -> it.status() == MemberStatus.ACTIVE).count()
                + " of them active, " + erased.size() + " erased";
    }
}
