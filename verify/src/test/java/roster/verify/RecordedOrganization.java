package roster.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import roster.contract.event.Event;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.member.CurrentMember;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.contract.stored.Sealer;
import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.LoggedEvent.Sealed;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;

/** The stored events of an organization, with the files that query-service makes of them. */
final class RecordedOrganization {
    static final UUID ID = UUID.fromString("01a20b4e-03d5-765f-9884-27c7777de80c");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    final List<LoggedEvent> stored = new ArrayList<>();
    final List<Hash> hashes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final Map<UUID, CurrentMember> members = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();

    /** Events with positions that have gaps. */
    void record(Event... recorded) {
        for (var event : recorded) {
            var sealed = new Sealing(event.aggregateId());
            int index = stored.size();
            long sequence = sequences.merge(event.aggregateId(), 0L, (last, _) -> last + 1);
            var type = EventType.of(event);
            var payload = EventJson.write(event, sealed);
            var logged = new LoggedEvent(3L * index + 1, new UUID(7, index), event.aggregateId(), ID, sequence, type.storedName(),
                    type.revision(), NOON.plusSeconds(index), payload, "{\"actor\": \"operator\"}", new Sealed(sealed.bytes(index)));
            stored.add(logged);
            hashes.add(logged.hash());
            events.add(event);
            if (event instanceof MemberEvent it) {
                members.compute(it.memberId(), (_, was) -> CurrentMember.evolve(was, it, sequence, logged.recordedAt()));
            }
            if (event instanceof MemberErased it) {
                erased.add(it.memberId());
            }
        }
    }

    /** The file of entries. */
    List<String> entries() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < hashes.size(); i++) {
            var event = stored.get(i);
            lines.add(entry(i, event.position(), hashes.get(i), event).toString());
        }
        return lines;
    }

    /** @param event null when the store no longer has it */
    static ObjectNode entry(int index, long position, Hash hash, @Nullable LoggedEvent event) {
        var line = JSON.createObjectNode().put("index", index).put("position", "" + position).put("hash", hash.toString());
        return event == null ? line
                : line.put("eventId", event.eventId().toString()).put("aggregateId", event.aggregateId().toString())
                        .put("organizationId", event.organizationId().toString()).put("sequence", event.sequence())
                        .put("type", event.type()).put("revision", event.revision()).put("recordedAt", event.recordedAt().toString())
                        .put("payload", event.payload()).put("metadata", event.metadata())
                        .put("sealed", Base64.getEncoder().encodeToString(event.sealed().bytes()));
    }

    /** The export of the feed, without the names of those who are erased now. */
    List<String> feed() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < stored.size(); i++) {
            var event = stored.get(i);
            var data = JSON.readTree(EventJson.write(events.get(i), (_, _, _) -> new Sealer.Stored.Clear()));
            if (erased.contains(event.aggregateId())) {
                ((ObjectNode) data).remove(List.of("name", "email"));
            }
            lines.add(JSON.createObjectNode().put("id", event.eventId().toString())
                    .put("type", MemberEventsTopic.cloudEventType(EventType.named(event.type())))
                    .put("subject", event.aggregateId().toString()).put("sequence", "" + event.sequence())
                    .put("position", "" + event.position()).put("time", event.recordedAt().toString()).set("data", data)
                    .toString());
        }
        return lines;
    }

    /** The list of members now. */
    String members() {
        var list = JSON.createObjectNode().put("position", "" + stored.getLast().position());
        var data = list.putArray("data");
        members.values().forEach(it -> data.addObject().put("memberId", it.memberId().toString()).put("role", it.role().value())
                .put("status", it.status().value()).put("version", it.version()));
        return list.toString();
    }

    /** @param size number of events, up to all */
    TreeHead head(String origin, long number, int size) {
        var range = new CompactRange();
        hashes.subList(0, size).forEach(range::append);
        return TreeHead.of(origin, ID, number, size, range.root());
    }

    int size() {
        return hashes.size();
    }

    /** Puts, instead of each personal text, its place, and bytes that look encrypted. */
    private static final class Sealing implements Sealer {
        private final UUID member;
        private final List<String> texts = new ArrayList<>();
        private final List<UUID> owners = new ArrayList<>();

        Sealing(UUID member) {
            this.member = member;
        }

        @Override
        public Stored seal(String whose, String pointer, String text) {
            texts.add(text);
            owners.add(member);
            return new Stored.Closed(texts.size() - 1);
        }

        byte[] bytes(int index) {
            var members = List.copyOf(new LinkedHashSet<>(owners));
            var bytes = ByteBuffer.allocate(4_096).put((byte) members.size());
            members.forEach(it -> bytes.putLong(it.getMostSignificantBits()).putLong(it.getLeastSignificantBits()));
            for (int i = 0; i < texts.size(); i++) {
                var content = Hash.digest((index + texts.get(i)).getBytes(StandardCharsets.UTF_8));
                bytes.put((byte) members.indexOf(owners.get(i))).putShort((short) content.length).put(content);
            }
            return texts.isEmpty() ? new byte[0] : Arrays.copyOf(bytes.array(), bytes.position());
        }
    }
}
