package roster.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.role.Role;

/** Random lives of an organization, with erasures. */
class RandomHistoriesTest {
    private static final int HISTORIES = Boolean.getBoolean("roster.nightly") ? 1_000 : 150;
    private static final Organization ACME = new Organization(RecordedOrganization.ID, "acme", "Acme", null);

    @TempDir private Path folder;

    @Test
    void all_verify_before_and_after_an_erasure_and_no_flipped_bit_passes() throws IOException {
        long seed = Long.getLong("roster.seed", System.nanoTime());
        for (int i = 0; i < HISTORIES; i++) {
            verify(new Random(seed + i), "seed " + (seed + i));
        }
    }

    private void verify(Random random, String seed) throws IOException {
        var acme = new RecordedOrganization();
        var audit = new Audit(folder);
        var members = new ArrayList<UUID>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            live(acme, members, random);
            audit.sign(acme);
        }
        audit.export(acme);
        audit.write("older", Files.readString(Path.of(audit.path("checkpoint"))));
        assertThat(audit.verify("--members", audit.path("members")).output()).as(seed).endsWith("verified\n").doesNotContain("NOT");
        assertFlipsAreFound(audit, random, seed);

        var gone = members.get(random.nextInt(members.size()));
        acme.record(new MemberDeleted(gone, MemberStatus.INVITED), new MemberErased(gone));
        audit.sign(acme);
        audit.export(acme);

        assertThat(
                audit.verify("--older", audit.path("older"), "--events", audit.path("events"), "--members", audit.path("members")).output())
                .as(seed).endsWith("verified\n").doesNotContain("NOT");
    }

    private static void live(RecordedOrganization acme, List<UUID> members, Random random) {
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            if (members.isEmpty() || random.nextBoolean()) {
                var member = new UUID(random.nextLong(), random.nextLong());
                members.add(member);
                acme.record(new MemberInvited(member, ACME, UUID.randomUUID(), "Member " + i, i + "@acme.example", Role.DEVELOPER, null,
                        Instant.EPOCH));
            } else {
                acme.record(new MemberRoleChanged(members.get(random.nextInt(members.size())), Role.DEVELOPER, Role.ADMIN));
            }
        }
    }

    private static void assertFlipsAreFound(Audit audit, Random random, String seed) throws IOException {
        for (var file : List.of("entries", "checkpoint", "heads", "root-entries")) {
            var path = Path.of(audit.path(file));
            var bytes = Files.readAllBytes(path);
            // the last byte is the end of the last line
            int bit = random.nextInt((bytes.length - 1) * Byte.SIZE);
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            audit.write(file, bytes);
            assertThat(audit.verify("--witness", RootLog.WITNESS.verifier().toString()).status()).as(seed + ", bit " + bit + " of " + file)
                    .isNotZero();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            audit.write(file, bytes);
        }
    }
}
