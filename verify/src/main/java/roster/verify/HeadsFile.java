package roster.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.Hash;
import roster.recordlog.note.Checkpoint;

/** All heads of an organization's tree: what {@code /organizations/{org}/log/heads} answers. */
record HeadsFile(List<Numbered> heads) {
    /** @param index of its entry in the root log */
    record Numbered(TreeHead head, long index) {}

    /** @throws VerificationFailed for anything else */
    static HeadsFile of(Stream<String> lines, SignedHead newest) {
        var heads = new ArrayList<Numbered>();
        lines.forEach(line -> {
            var json = AnswerJson.read(line);
            try {
                var checkpoint = new Checkpoint(AnswerJson.text(json, "origin"), AnswerJson.number(json, "size"),
                        Hash.ofBase64(AnswerJson.text(json, "root")));
                heads.add(new Numbered(new TreeHead(newest.head().tree(), AnswerJson.number(json, "number"), checkpoint),
                        AnswerJson.number(json, "index")));
            } catch (IllegalArgumentException e) {
                throw new VerificationFailed("not a head (" + e.getMessage() + "): " + line);
            }
        });
        return new HeadsFile(heads);
    }

    void check(SignedHead newest, Findings findings) {
        long number = newest.head().number();
        boolean complete = heads.size() >= number;
        for (int i = 0; i < heads.size(); i++) {
            complete &= heads.get(i).head().number() == i + 1;
        }
        findings.check(complete && heads.get((int) number - 1).head().equals(newest.head()), "heads: there are all " + number,
                "heads: they are not the heads 1 to " + number + " up to the checkpoint");
    }
}
