package roster.recordlog.merkle;

/**
 * A subtree with all its leaves, of which it has 2^height.
 *
 * @param index number of subtrees of the same height before it
 */
public record Subtree(int height, long index) {
    /** The tile with the hashes it is made of. */
    public Tile tile() {
        return new Tile(height / Tile.HEIGHT, index >> (Tile.HEIGHT - heightInTile()));
    }

    int heightInTile() {
        return height % Tile.HEIGHT;
    }

    /** The first of the hashes in the tile. */
    int first() {
        return (int) (index << heightInTile()) & (Tile.WIDTH - 1);
    }
}
