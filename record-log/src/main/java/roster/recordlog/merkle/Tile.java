package roster.recordlog.merkle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Coordinates of a tile: of 256 consecutive hashes, each of a subtree with 256^level leaves.
 *
 * @param index number of tiles of the same level before it
 */
public record Tile(int level, long index) {
    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;
    private static final int THOUSAND = 1_000;
    private static final Pattern INDEX = Pattern.compile("(x\\d{3}/){0,4}\\d{3}");

    /** Number of hashes that the tile has in a tree of some size. */
    public int width(long size) {
        long hashes = level * HEIGHT >= Long.SIZE ? 0 : size >>> (level * HEIGHT);
        return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
    }

    /** The index as in paths of tlog-tiles, such as {@code x001/x234/067}. */
    public String indexPath() {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % THOUSAND));
        for (long rest = index / THOUSAND; rest > 0; rest /= THOUSAND) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % THOUSAND));
        }
        return path.toString();
    }

    /** Empty for what {@link #indexPath()} does not write. */
    public static Optional<Tile> at(int level, String indexPath) {
        if (!INDEX.matcher(indexPath).matches()) {
            return Optional.empty();
        }
        var tile = new Tile(level, Long.parseLong(indexPath.replaceAll("[x/]", "")));
        return Optional.of(tile).filter(it -> it.indexPath().equals(indexPath));
    }
}
