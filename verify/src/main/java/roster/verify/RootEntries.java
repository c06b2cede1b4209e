package roster.verify;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.recordlog.event.LogAlarm;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;

/**
 * The entries of the root log: the bundles of {@code /log/tile/entries}, one after the other. They prove that there is no other head of an
 * organization: no second one with the same number, and none after the newest.
 */
final class RootEntries {
    private static final int LINE = Short.BYTES + TreeHead.ENTRY;

    private final byte[] bundles;
    /** Index of each entry, by its label. */
    private final Map<String, Long> labels = new HashMap<>();

    /** @throws VerificationFailed when they are no bundles of such entries */
    RootEntries(byte[] bundles) {
        if (bundles.length % LINE != 0) {
            throw new VerificationFailed("not entries of the root log: the length is no multiple of " + LINE);
        }
        this.bundles = bundles;
    }

    private byte[] entry(long index) {
        var entry = new byte[TreeHead.ENTRY];
        var line = ByteBuffer.wrap(bundles, (int) index * LINE, LINE);
        if (line.getShort() != TreeHead.ENTRY) {
            throw new VerificationFailed("not entries of the root log: entry " + index + " has another length");
        }
        line.get(entry);
        return entry;
    }

    void check(SignedHead newest, HeadsFile heads, AlarmsFile alarms, Findings findings) {
        var root = newest.root();
        if (bundles.length / LINE < root.size()) {
            findings.wrong("root log: the file has " + bundles.length / LINE + " entries, the checkpoint " + root.size());
            return;
        }
        var tree = new CompactRange();
        for (long i = 0; i < root.size(); i++) {
            var entry = entry(i);
            tree.append(Hash.ofLeaf(entry));
            var earlier = labels.putIfAbsent(label(entry), i);
            if (earlier != null) {
                findings.wrong("root log: the entries " + earlier + " and " + i
                        + " are two different heads with the same number: the log is forked");
            }
        }
        findings.check(tree.root().equals(root.root()), "root log: its entries are those that were signed",
                "root log: its entries are not those that were signed");
        heads.heads().stream().filter(it -> it.head().number() <= newest.head().number())
                .forEach(it -> checkHead(it, root.size(), findings));
        findings.check(!labels.containsKey(HexFormat.of().formatHex(TreeHead.label(newest.head().tree(), newest.head().number() + 1))),
                "root log: there is no head after the newest one", "root log: there is a head after the one of the checkpoint");
        checkAlarms(newest.head().tree(), "about the organization", alarms, findings);
        checkAlarms(TreeHead.STORE, "about the log itself", alarms, findings);
    }

    private void checkAlarms(UUID tree, String about, AlarmsFile alarms, Findings findings) {
        long number = 1;
        for (var index = alarm(tree, number); index != null; index = alarm(tree, ++number)) {
            var name = "root log: entry " + index + " is alarm " + number + " " + about;
            var what = alarms.of(entry(index)).map(it -> ", of " + it.foundAt() + ": " + it.what());
            findings.alarm(name + what.orElse(", of which --alarms has no text"));
        }
        if (number == 1) {
            findings.proven("root log: there is no alarm " + about);
        }
    }

    private @Nullable Long alarm(UUID tree, long number) {
        return labels.get(HexFormat.of().formatHex(LogAlarm.label(tree, number)));
    }

    private void checkHead(HeadsFile.Numbered head, long size, Findings findings) {
        if (head.index() < 0 || head.index() >= size || !Hash.ofLeaf(entry(head.index())).equals(head.head().hash())) {
            findings.wrong("root log: head " + head.head().number() + " is not entry " + head.index());
        }
    }

    private static String label(byte[] entry) {
        return HexFormat.of().formatHex(entry, 0, Hash.LENGTH);
    }
}
