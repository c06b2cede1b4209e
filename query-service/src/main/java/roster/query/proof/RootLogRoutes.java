package roster.query.proof;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import roster.access.control.OpenPaths;
import roster.query.log.LogHeads;
import roster.query.log.LogKeys;
import roster.query.log.LogTrees;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.Tile;

/**
 * The root log at the paths of C2SP tlog-tiles, without authentication: its checkpoint, its public keys, its tiles, and its entries, which say nothing to a reader
 * who does not know the id of the organization.
 */
@Configuration(proxyBeanMethods = false)
class RootLogRoutes {
    private static final MediaType NOTE = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Pattern WIDTH = Pattern.compile("/(.{3,40}?)(?:\\.p/([1-9]\\d{0,2}))?");

    private final LogHeads heads;
    private final LogTrees trees;
    private final LogKeys keys;

    RootLogRoutes(LogHeads heads, LogTrees trees, LogKeys keys) {
        this.heads = heads;
        this.trees = trees;
        this.keys = keys;
    }

    @Bean
    static OpenPaths rootLogPaths() {
        return new OpenPaths(List.of("/log/checkpoint", "/log/keys", "/log/tile/**"));
    }

    @Bean
    RouterFunction<ServerResponse> rootLog() {
        return route().GET("/log/checkpoint", _ -> checkpoint()).GET("/log/keys", _ -> keys())
                .GET("/log/tile/entries/{*index}", request -> wanted(request, 0).flatMap(this::entries).map(RootLogRoutes::immutable)
                        .orElseGet(RootLogRoutes::notFound))
                .GET("/log/tile/{level:[0-7]}/{*index}",
                        request -> wanted(request, Integer.parseInt(request.pathVariable("level"))).flatMap(this::hashes)
                                .map(RootLogRoutes::immutable).orElseGet(RootLogRoutes::notFound))
                .build();
    }

    private ServerResponse checkpoint() {
        return heads.checkpoint()
                .map(it -> ServerResponse.ok().contentType(NOTE).cacheControl(CacheControl.noCache()).body(it.note().bytes()))
                .orElseGet(RootLogRoutes::notFound);
    }

    private ServerResponse keys() {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noCache())
                .body(PublicKeys.of(keys, heads.checkpoint()));
    }

    private record Wanted(Tile tile, int width) {}

    /** A tile, or its first hashes, as far as the newest checkpoint has them. */
    private Optional<Wanted> wanted(ServerRequest request, int level) {
        var path = WIDTH.matcher(request.pathVariable("index"));
        if (!path.matches()) {
            return Optional.empty();
        }
        int width = path.group(2) == null ? Tile.WIDTH : Integer.parseInt(path.group(2));
        long size = heads.checkpoint().map(LogHeads.SignedRoot::size).orElse(0L);
        return Tile.at(level, path.group(1)).filter(it -> width <= it.width(size) && (path.group(2) == null || width < Tile.WIDTH))
                .map(it -> new Wanted(it, width));
    }

    private Optional<byte[]> hashes(Wanted wanted) {
        return trees.tile(LogTrees.ROOT_LOG, wanted.tile).map(it -> Arrays.copyOf(it, wanted.width * Hash.LENGTH));
    }

    /** Each after its length in two bytes. */
    private Optional<byte[]> entries(Wanted wanted) {
        long from = wanted.tile.index() * Tile.WIDTH;
        var bundle = new ByteArrayOutputStream();
        heads.entries(from, from + wanted.width).forEach(it -> {
            bundle.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) TreeHead.ENTRY).array());
            bundle.writeBytes(it);
        });
        return Optional.of(bundle.toByteArray());
    }

    private static ServerResponse immutable(byte[] body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(FOREVER).body(body);
    }

    private static ServerResponse notFound() {
        return ServerResponse.notFound().build();
    }
}
