package roster.recordlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The vectors are those of Certificate Transparency, as in github.com/transparency-dev/merkle (testonly/constants.go). */
class MerkleProofTest {
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static Hash hash(String hex) {
        return Hash.of(hex(hex));
    }

    /** The definition of RFC 6962, section 2.1. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? Hash.EMPTY : leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(it -> Hash.ofLeaf(new byte[]{(byte) (it >> 8), (byte) it})).toList();
    }

    /** All tiles of a tree, as a writer collects them. */
    private static TiledTree tree(List<Hash> leaves) {
        var tiles = new HashMap<Tile, ByteArrayOutputStream>();
        var range = new CompactRange();
        leaves.forEach(leaf -> range.append(leaf, (subtree, hash) -> {
            if (subtree.height() % Tile.HEIGHT == 0) {
                tiles.computeIfAbsent(subtree.tile(), _ -> new ByteArrayOutputStream()).writeBytes(hash.bytes());
            }
        }));
        var written = new HashMap<Tile, byte[]>();
        tiles.forEach((tile, hashes) -> written.put(tile, hashes.toByteArray()));
        written.forEach((tile, hashes) -> assertThat(hashes).hasSize(tile.width(leaves.size()) * Hash.LENGTH));
        return new TiledTree(written);
    }

    @Test
    void roots_are_those_of_the_public_vectors() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            var range = new CompactRange();
            LEAVES.subList(0, size).forEach(it -> range.append(Hash.ofLeaf(hex(it))));

            assertThat(range.root()).isEqualTo(hash(ROOTS.get(size)));
            assertThat(CompactRange.of(size, range.bytes()).root()).isEqualTo(range.root());
        }
    }

    @Test
    void proofs_are_those_of_the_public_vectors() {
        var tree = tree(LEAVES.stream().map(it -> Hash.ofLeaf(hex(it))).toList());

        assertThat(tree.hashes(ProofNodes.ofInclusion(5, 8))).containsExactly(
                hash("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
        assertThat(tree.hashes(ProofNodes.ofInclusion(2, 3)))
                .containsExactly(hash("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
        assertThat(tree.hashes(ProofNodes.ofConsistency(6, 8))).containsExactly(
                hash("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                hash("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    }

    @Property(tries = 300)
    void every_proof_verifies_and_none_of_another_leaf_or_tree_does(@ForAll @IntRange(min = 1, max = 1_500) int size,
            @ForAll @IntRange(max = 1_499) int at, @ForAll @IntRange(min = 1, max = 1_500) int before) {
        var leaves = leaves(size);
        int index = at % size;
        int first = 1 + before % size;
        var tree = tree(leaves);
        var root = root(leaves);

        var path = tree.hashes(ProofNodes.ofInclusion(index, size));
        var consistency = tree.hashes(ProofNodes.ofConsistency(first, size));

        assertThat(tree.root(size)).isEqualTo(root);
        assertThat(MerkleProof.isIncluded(leaves.get(index), index, size, path, root)).isTrue();
        assertThat(MerkleProof.isIncluded(Hash.ofLeaf(new byte[]{1}), index, size, path, root)).isFalse();
        assertThat(MerkleProof.isIncluded(leaves.get(index), index, size, longer(path), root)).isFalse();
        assertThat(index > 0 && MerkleProof.isIncluded(leaves.get(index), index - 1, size, path, root)).isFalse();
        assertThat(MerkleProof.isConsistent(first, tree.root(first), size, root, consistency)).isTrue();
        assertThat(MerkleProof.isConsistent(first, Hash.ofLeaf(new byte[]{1}), size, root, consistency)).isFalse();
        assertThat(MerkleProof.isConsistent(first, tree.root(first), size, Hash.ofLeaf(new byte[]{1}), consistency)).isFalse();
        assertThat(MerkleProof.isConsistent(first, tree.root(first), size, root, longer(consistency))).isFalse();
    }

    private static List<Hash> longer(List<Hash> path) {
        var longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        return longer;
    }

    @Property(tries = 100)
    void a_flipped_bit_of_a_proof_is_found(@ForAll @IntRange(min = 2, max = 600) int size, @ForAll @IntRange(max = 599) int at,
            @ForAll @IntRange(max = 100_000) int bit) {
        var leaves = leaves(size);
        var path = new ArrayList<>(tree(leaves).hashes(ProofNodes.ofInclusion(at % size, size)));
        int flipped = bit % (path.size() * Hash.LENGTH * Byte.SIZE);
        path.set(flipped / 256, flip(path.get(flipped / 256), flipped % 256));

        assertThat(MerkleProof.isIncluded(leaves.get(at % size), at % size, size, path, root(leaves))).isFalse();
    }

    private static Hash flip(Hash hash, int bit) {
        var bytes = hash.bytes();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Hash.of(bytes);
    }

    @Test
    void an_empty_tree_is_the_beginning_of_every_tree_and_a_larger_one_of_none() {
        assertThat(MerkleProof.isConsistent(0, Hash.EMPTY, 3, hash(ROOTS.get(3)), List.of())).isTrue();
        assertThat(MerkleProof.isConsistent(3, hash(ROOTS.get(3)), 3, hash(ROOTS.get(3)), List.of())).isTrue();
        assertThat(MerkleProof.isConsistent(3, hash(ROOTS.get(3)), 3, hash(ROOTS.get(4)), List.of())).isFalse();
        assertThat(MerkleProof.isConsistent(4, hash(ROOTS.get(4)), 3, hash(ROOTS.get(3)), List.of())).isFalse();
        assertThatThrownBy(() -> ProofNodes.ofInclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TiledTree(Map.of()).root(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tiles_have_the_paths_and_widths_of_the_specification() {
        assertThat(new Tile(0, 1_234_067).indexPath()).isEqualTo("x001/x234/067");
        assertThat(Tile.at(0, "x001/x234/067")).contains(new Tile(0, 1_234_067));
        assertThat(Stream.of("67", "x000/067", "001/234", "x001/x234", "../067").map(it -> Tile.at(0, it))).allMatch(it -> it.isEmpty());
        assertThat(new Tile(0, 272).width(70_000)).isEqualTo(256);
        assertThat(new Tile(0, 273).width(70_000)).isEqualTo(112);
        assertThat(new Tile(1, 1).width(70_000)).isEqualTo(17);
        assertThat(new Tile(2, 0).width(70_000)).isEqualTo(1);
    }
}
