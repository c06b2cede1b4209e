package roster.query.population;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.local.postgres.Database;
import roster.query.Rows;

/** Compares tables that are too large to be held as rows: row by row as hashes, and the differing ones as text. */
final class RowHashes {
    private static final int FETCH_SIZE = 5_000;
    private static final int SHOWN = 5;

    private RowHashes() {}

    /** Some of the rows that only one of both has, and their number on each side. Empty when both are the same. */
    static String difference(Supplier<Stream<String>> expected, Supplier<Stream<String>> actual) {
        var wanted = hashes(expected);
        var found = hashes(actual);
        var missing = LongStream.of(wanted).boxed().collect(Collectors.toSet());
        var surplus = LongStream.of(found).boxed().collect(Collectors.toSet());
        LongStream.of(found).forEach(missing::remove);
        LongStream.of(wanted).forEach(surplus::remove);
        return missing.isEmpty() && surplus.isEmpty() && wanted.length == found.length ? ""
                : "expected " + wanted.length + " rows, found " + found.length + "; missing " + some(expected, missing) + "; unfounded "
                        + some(actual, surplus);
    }

    private static long[] hashes(Supplier<Stream<String>> rows) {
        try (var all = rows.get()) {
            return all.mapToLong(RowHashes::hash).toArray();
        }
    }

    private static String some(Supplier<Stream<String>> rows, Set<Long> hashes) {
        try (var all = rows.get()) {
            return hashes.size() + " " + all.filter(it -> hashes.contains(hash(it))).limit(SHOWN).toList();
        }
    }

    private static long hash(String row) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The live rows of organizations, as texts. */
    static Stream<String> live(Database database, String table, Set<UUID> organizations) {
        try {
            var connection = Populated.connection(database);
            connection.setAutoCommit(false);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var generation = jdbc.sql("select number from views.generation where state = 'live'").query(Integer.class).single();
            return jdbc.sql("select to_jsonb(row) - 'name_key' - 'email_key' - 'pieces' from views_" + generation + "." + table
                    + " row where organization_id = any (?::uuid[])").param(organizations.toArray(UUID[]::new)).withFetchSize(FETCH_SIZE)
                    .query(String.class).stream().map(Rows::json).map(RowHashes::text).onClose(() -> close(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Map<String, ?> row) {
        return Rows.of(row).toString();
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
