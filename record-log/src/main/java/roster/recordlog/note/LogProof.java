package roster.recordlog.note;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.MerkleProof;

/**
 * A proof that an entry is in a log, with the signed checkpoint that it leads to (C2SP tlog-proof).
 *
 * @param index of the entry
 * @param path  from the entry up to the root
 */
public record LogProof(long index, List<Hash> path, SignedNote checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_LINES = 70;

    public LogProof { path = List.copyOf(path); }

    /** @throws MalformedNote for anything else */
    public static LogProof parse(String text) {
        int blank = text.indexOf("\n\n");
        var lines = new ArrayList<>(List.of(text.substring(0, Math.max(0, blank)).split("\n", MOST_LINES)));
        if (!lines.removeFirst().equals(FIRST_LINE)) {
            throw new MalformedNote("not a proof: it does not begin with " + FIRST_LINE);
        }
        lines.removeIf(it -> it.startsWith(EXTRA));
        if (lines.isEmpty() || !lines.getFirst().matches(INDEX + "(0|[1-9]\\d{0,18})")) {
            throw new MalformedNote("not a proof: it lacks the index of the entry");
        }
        try {
            long index = Long.parseLong(lines.removeFirst().substring(INDEX.length()));
            return new LogProof(index, lines.stream().map(Hash::ofBase64).toList(), SignedNote.parse(text.substring(blank + 2)));
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a proof: " + e.getMessage());
        }
    }

    /** True when the entry leads to the root of the checkpoint. Its signatures are another question. */
    public boolean proves(byte[] entry) {
        var head = Checkpoint.parse(checkpoint.text());
        return MerkleProof.isIncluded(Hash.ofLeaf(entry), index, head.size(), path, head.root());
    }

    /** @param extra what a reader needs to compute the entry */
    public String with(byte[] extra) {
        return text(EXTRA + Base64.getEncoder().encodeToString(extra) + "\n");
    }

    @Override
    public String toString() {
        return text("");
    }

    private String text(String extra) {
        return FIRST_LINE + "\n" + extra + INDEX + index + "\n" + path.stream().map(it -> it + "\n").collect(Collectors.joining()) + "\n"
                + checkpoint;
    }
}
