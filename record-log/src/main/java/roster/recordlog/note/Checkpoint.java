package roster.recordlog.note;

import java.util.regex.Pattern;

import roster.recordlog.merkle.Hash;

/**
 * Size and root of a tree at one time (C2SP tlog-checkpoint).
 *
 * @param origin identity of the log
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,18}");

    /** @throws MalformedNote for anything else */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new MalformedNote("not a checkpoint: it lacks origin, size or root");
        }
        try {
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a checkpoint: " + e.getMessage());
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
