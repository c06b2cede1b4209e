package roster.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.recordlog.event.LoggedEvent;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;

/** Checks the events of an organization, one after the other: that each is what the tree has, and that the tree has the roots of its heads. */
final class EntriesCheck {
    private static final int MOST_COMPARED = 100;

    private final SignedHead newest;
    private final Findings findings;
    private final Map<Long, Expected> expected = new HashMap<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final CompactRange events = new CompactRange();
    private final CompactRange logged = new CompactRange();
    private final List<LogEntry> changed = new ArrayList<>();
    private long position = Long.MIN_VALUE;
    private boolean differs;

    /** @param name of the head */
    record Expected(String name, Hash root) {}

    EntriesCheck(SignedHead newest, Findings findings) {
        this.newest = newest;
        this.findings = findings;
        expect(newest.size(), "the checkpoint", newest.head().checkpoint().root());
    }

    /** The tree must have had this root when it had that size. */
    void expect(long size, String name, Hash root) {
        var before = expected.putIfAbsent(size, new Expected(name, root));
        if (before != null && !before.root.equals(root)) {
            findings.wrong(name + " and " + before.name + " have the same size, " + size + ", and different roots: the log is forked");
        }
    }

    /** @return false for an entry after the checkpoint, which is not checked */
    boolean check(LogEntry entry) {
        if (events.size() == newest.size()) {
            return false;
        }
        if (entry.index() != events.size()) {
            throw new VerificationFailed("entries: the file has " + entry + " where event " + events.size() + " should be");
        }
        if (entry.position() <= position) {
            findings.wrong(entry + ": its position is not after the one before it");
        }
        position = entry.position();
        var event = entry.event();
        if (event == null) {
            findings.wrong(entry + ": it is in the log, and missing in the store");
        } else {
            checkEvent(entry, event);
        }
        logged.append(entry.logged());
        events.append(event == null ? Hash.EMPTY : event.hash());
        checkRoot();
        return true;
    }

    private void checkEvent(LogEntry entry, LoggedEvent event) {
        if (!event.organizationId().equals(newest.head().tree())) {
            findings.wrong(entry + ": it is of another organization");
        }
        long sequence = sequences.merge(event.aggregateId(), 0L, (last, _) -> last + 1);
        if (event.sequence() != sequence) {
            findings.wrong(entry + ": it has sequence " + event.sequence() + " of " + event.aggregateId() + ", where " + sequence
                    + " should be");
            sequences.put(event.aggregateId(), event.sequence());
        }
        if (!event.hash().equals(entry.logged())) {
            changed.add(entry);
        }
    }

    /** Reports the first head that differs: all later ones do, too. */
    private void checkRoot() {
        var head = expected.remove(events.size());
        if (head != null && !differs && !events.root().equals(head.root)) {
            differs = true;
            findings.wrong("the first " + events.size() + " events are not those that were signed: they have not the root of " + head.name
                    + (logged.root().equals(head.root) ? "" : ", and neither have the hashes that the service gives for them"));
        }
    }

    void end() {
        if (events.size() < newest.size()) {
            findings.wrong("entries: the file ends after " + events.size() + " of " + newest.size() + " events");
        }
        expected.forEach((size, head) -> findings.wrong(head.name + " has " + size + " events, more than the checkpoint"));
        for (var entry : changed) {
            findings.wrong(entry + ": " + how(entry));
        }
        if (findings.areGood()) {
            findings.proven("events: all " + events.size() + " are those that were signed, and none is missing");
        }
    }

    private String how(LogEntry entry) {
        return changed.stream().limit(MOST_COMPARED).filter(it -> !it.equals(entry) && isOf(it, entry.event())).findFirst()
                .map(it -> "it is what was hashed as event " + it.index() + ": they were exchanged")
                .orElse("its content is not what was hashed");
    }

    private static boolean isOf(LogEntry place, @Nullable LoggedEvent event) {
        return event != null && event.at(place.position()).hash().equals(place.logged());
    }
}
