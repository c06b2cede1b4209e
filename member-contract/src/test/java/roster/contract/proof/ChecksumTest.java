package roster.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;

class ChecksumTest {
    /** Written by another program (Python's hashlib and integers). */
    static final List<Vector> VECTORS = new JsonMapper().readValue(Path.of("../docs/checksum-vectors.json").toFile(),
            new TypeReference<>() {});
    private static final List<String> LINES = VECTORS.getLast().lines();
    private static final UUID GRACE = UUID.fromString("01980a5c-0000-7000-8000-000000000002");

    @ParameterizedTest
    @FieldSource("VECTORS")
    void the_documented_vectors_hold(Vector vector) {
        assertThat(sum(vector.lines())).hasToString(vector.checksum());
    }

    @Test
    void a_line_names_the_event_as_its_headers_do() {
        var eventId = UUID.fromString("01980a5c-0000-7000-8000-0000000000a6");
        var recorded = new RecordedEvent(68719476737L, eventId, GRACE, 3, EventType.of(MemberSuspended.class),
                Instant.parse("2026-01-02T03:04:05.678Z"), new EventMetadata(GRACE, Actor.SYSTEM, null, null, "c", "c", null, null, null),
                new MemberSuspended(GRACE));

        assertThat(Checksum.line(recorded)).isEqualTo("68719476737 01980a5c-0000-7000-8000-0000000000a6 "
                + "01980a5c-0000-7000-8000-000000000002 3 roster.member.suspended 2026-01-02T03:04:05.678Z");
        assertThat(Checksum.EMPTY.plus(recorded)).isEqualTo(Checksum.EMPTY.plus(Checksum.line(recorded)));
    }

    @Test
    void the_order_of_the_events_does_not_matter() {
        var others = new ArrayList<>(LINES);
        Collections.reverse(others);

        assertThat(sum(others)).isEqualTo(sum(LINES));
    }

    @Test
    void a_lost_a_repeated_and_a_moved_event_are_noticed() {
        var all = sum(LINES);
        for (var line : LINES) {
            assertThat(all.minus(Checksum.EMPTY.plus(line))).isNotEqualTo(all);
            assertThat(all.plus(line)).isNotEqualTo(all);
            assertThat(all.minus(Checksum.EMPTY.plus(line)).plus("9" + line)).isNotEqualTo(all);
        }
    }

    @Test
    void the_checksum_of_a_range_is_that_of_its_end_minus_that_of_its_start() {
        for (int i = 0; i <= LINES.size(); i++) {
            var start = sum(LINES.subList(0, i));
            var range = sum(LINES.subList(i, LINES.size()));

            assertThat(sum(LINES).minus(start)).isEqualTo(range);
            assertThat(start.plus(range)).isEqualTo(sum(LINES));
        }
    }

    @Test
    void thirty_two_bytes_are_a_checksum_also_when_the_first_ones_are_zero_or_great() {
        var one = new Checksum(BigInteger.ONE);
        var greatest = Checksum.EMPTY.minus(one);

        assertThat(one.bytes()).hasSize(32).endsWith(1);
        assertThat(one).hasToString("0".repeat(63) + "1");
        assertThat(greatest).hasToString("f".repeat(64));
        assertThat(greatest.plus(one)).isEqualTo(Checksum.EMPTY);
        for (var it : List.of(Checksum.EMPTY, one, greatest, sum(LINES))) {
            assertThat(Checksum.of(it.bytes())).isEqualTo(it);
        }
    }

    @Test
    void anything_else_is_not_a_checksum() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checksum.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> Checksum.of(new byte[33]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checksum(BigInteger.ONE.negate()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checksum(BigInteger.ONE.shiftLeft(256)));
    }

    private static Checksum sum(List<String> lines) {
        return lines.stream().reduce(Checksum.EMPTY, Checksum::plus, Checksum::plus);
    }

    /** @param checksum 64 hexadecimal digits */
    record Vector(String name, List<String> lines, String checksum) {
        @Override
        public String toString() {
            return name;
        }
    }
}
