package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

import roster.recordlog.merkle.Tile;
import roster.recordlog.note.NoteSigner;
import roster.systemtest.running.Roster;

/** The signed log of a running Roster, as an auditor gets its files. */
final class SignedLog {
    private static final String ORIGIN = "roster.localhost/log";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Roster roster;

    private SignedLog(Roster roster) {
        this.roster = roster;
    }

    static SignedLog of(Roster roster) {
        return new SignedLog(roster);
    }

    /** Writes a checkpoint with everything that has been recorded. Returns its size. */
    long sign() {
        var written = roster.queries().post("/admin/log/checkpoint", null);
        assertThat(written.status()).isEqualTo(200);
        return written.body().path("size").asLong();
    }

    /** The public key. */
    String key() {
        return NoteSigner.ofLog(ORIGIN, Base64.getDecoder().decode(roster.logKey())).verifier().toString();
    }

    byte[] get(String path, String format) {
        try {
            var response = HTTP.send(HttpRequest.newBuilder(URI.create(roster.address("QUERY") + path))
                    .header("Authorization", "Bearer " + roster.operatorToken()).header("Accept", format).build(),
                    BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All entries of the root log at a size. */
    byte[] rootEntries(long size) {
        var bundles = new ByteArrayOutputStream();
        for (long tile = 0; tile * Tile.WIDTH < size; tile++) {
            long width = Math.min(Tile.WIDTH, size - tile * Tile.WIDTH);
            bundles.writeBytes(
                    get("/log/tile/entries/" + new Tile(0, tile).indexPath() + (width < Tile.WIDTH ? ".p/" + width : ""), "*/*"));
        }
        return bundles.toByteArray();
    }
}
