package roster.recordlog.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import roster.recordlog.merkle.Hash;

class LeafTest {
    private static final UUID EVENT = UUID.fromString("01a20b4e-03d5-765f-9884-27c7777de80a");
    private static final UUID MEMBER = UUID.fromString("01a20b4e-03d5-765f-9884-27c7777de80b");
    private static final UUID ACME = UUID.fromString("01a20b4e-03d5-765f-9884-27c7777de80c");
    private static final LoggedEvent INVITED = new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 1,
            Instant.parse("2026-11-28T08:30:00.123456Z"), "{\"name\": 0, \"role\": \"developer\"}", "{}", sealed(1, 2, 3));

    private static LoggedEvent.Sealed sealed(int... bytes) {
        var sealed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            sealed[i] = (byte) bytes[i];
        }
        return new LoggedEvent.Sealed(sealed);
    }

    @Test
    void a_leaf_is_encoded_as_documented() {
        assertThat(HexFormat.of().formatHex(INVITED.leaf())).isEqualTo(String.join("",
                "01", "0000000000000005", "01a20b4e03d5765f988427c7777de80a", "01a20b4e03d5765f988427c7777de80b",
                "01a20b4e03d5765f988427c7777de80c", "0000000000000000", "00000001", "00066151fb823440",
                "0000000e", HexFormat.of().formatHex("member.invited".getBytes(StandardCharsets.US_ASCII)),
                "00000020", HexFormat.of().formatHex("{\"name\": 0, \"role\": \"developer\"}".getBytes(StandardCharsets.US_ASCII)),
                "00000002", "7b7d", "00000003", "010203"));
        assertThat(LoggedEvent.of(INVITED.leaf()).leaf()).isEqualTo(INVITED.leaf());
        for (var length : List.of(0, 1, 60, INVITED.leaf().length - 1, INVITED.leaf().length + 1)) {
            assertThatThrownBy(() -> LoggedEvent.of(Arrays.copyOf(INVITED.leaf(), length))).as("%d", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(INVITED.hash()).isEqualTo(Hash.ofLeaf(INVITED.leaf()));
    }

    @Test
    void each_part_of_an_event_changes_its_leaf() {
        var other = UUID.fromString("01a20b4e-03d5-765f-9884-27c7777de80d");
        var at = INVITED.recordedAt();
        var payload = INVITED.payload();
        var changed = Stream.of(INVITED,
                new LoggedEvent(6, EVENT, MEMBER, ACME, 0, "member.invited", 1, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, other, MEMBER, ACME, 0, "member.invited", 1, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, other, ACME, 0, "member.invited", 1, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, other, 0, "member.invited", 1, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 1, "member.invited", 1, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invite", 1, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 2, at, payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 1, at.plusNanos(1_000), payload, "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 1, at, payload + " ", "{}", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 1, at, payload, "{ }", sealed(1, 2, 3)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 1, at, payload, "{}", sealed(1, 2, 2)),
                new LoggedEvent(5, EVENT, MEMBER, ACME, 0, "member.invited", 1, at, payload, "{}", sealed()));

        assertThat(changed.map(LoggedEvent::hash).toList()).doesNotHaveDuplicates();
    }

    @Test
    void an_entry_of_the_root_log_names_its_head_to_readers_who_know_the_organization() {
        var head = TreeHead.of("log.example", ACME, 3, 7, Hash.EMPTY);

        assertThat(head.checkpoint().origin()).isEqualTo("log.example/organizations/" + ACME);
        assertThat(head.entry()).hasSize(TreeHead.ENTRY).startsWith(TreeHead.label(ACME, 3));
        assertThat(Stream.of(head, TreeHead.of("log.example", ACME, 4, 7, Hash.EMPTY), TreeHead.of("log.example", ACME, 3, 8, Hash.EMPTY),
                TreeHead.of("log.example", MEMBER, 3, 7, Hash.EMPTY), TreeHead.of("log.example", TreeHead.STORE, 3, 7, Hash.EMPTY),
                TreeHead.of("log.example", ACME, 3, 7, Hash.ofLeaf(new byte[0]))).map(TreeHead::hash).toList()).doesNotHaveDuplicates();
        assertThat(List.of(HexFormat.of().formatHex(TreeHead.label(ACME, 3))))
                .containsExactly(
                        HexFormat.of().formatHex(Hash.digest(("roster head\n" + ACME + "\n3\n").getBytes(StandardCharsets.US_ASCII))));
    }
}
