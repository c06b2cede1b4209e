package roster.command.publisher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import roster.command.FreshDatabase;
import roster.local.PerJvm;
import roster.local.postgres.LocalPostgres;
import roster.local.postgres.Passwords;

/** PostgreSQL with TLS. Its certificate is one of a local CA, and can be replaced while it runs. */
final class SecuredPostgres implements AutoCloseable {
    /** A certificate that the server presents. */
    enum Certificate {
        RIGHT,
        OF_ANOTHER_NAME,
        OF_ANOTHER_CA
    }

    private static final String DATABASE = "roster";
    private static final String SERVICE = "roster_command";

    private final Path folder;
    private final LocalPostgres server;
    private final String url;

    SecuredPostgres(Path folder) throws IOException, InterruptedException, SQLException {
        this.folder = folder;
        makeCa("ca");
        makeCa("other-ca");
        makeCertificate(Certificate.RIGHT, "ca", "IP:127.0.0.1");
        makeCertificate(Certificate.OF_ANOTHER_NAME, "ca", "DNS:other.example");
        makeCertificate(Certificate.OF_ANOTHER_CA, "other-ca", "IP:127.0.0.1");
        server = LocalPostgres.start(folder.resolve("postgres"), PerJvm.programs(), 0, Passwords.random());
        present(Certificate.RIGHT);
        url = server.database(DATABASE).jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + folder.resolve("ca.crt");
        FreshDatabase.migrate(url, server.passwords());
    }

    private void makeCa(String name) throws IOException, InterruptedException {
        openssl("-subj", "/CN=" + name, "-keyout", name + ".key", "-out", name + ".crt");
    }

    private void makeCertificate(Certificate certificate, String ca, String subject) throws IOException, InterruptedException {
        openssl("-subj", "/CN=server", "-keyout", certificate + ".key", "-out", certificate + ".crt", "-CA", ca + ".crt", "-CAkey",
                ca + ".key", "-addext", "subjectAltName=" + subject);
    }

    private void openssl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-256", "-nodes", "-days", "2"));
        command.addAll(List.of(arguments));
        var log = folder.resolve("openssl.log").toFile();
        if (new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log).start().waitFor() != 0) {
            throw new IllegalStateException("openssl made no certificate, see " + log);
        }
    }

    /** Presents another certificate to new connections. */
    void present(Certificate certificate) throws SQLException {
        try (var superuser = server.superuser("postgres"); var statement = superuser.createStatement()) {
            for (var setting : Map.of("ssl_cert_file", certificate + ".crt", "ssl_key_file", certificate + ".key").entrySet()) {
                statement.execute("alter system set " + setting.getKey() + " = '" + folder.resolve(setting.getValue()) + "'");
            }
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Purposes of the service's sessions, and whether they are encrypted. */
    Map<String, Boolean> sessions() throws SQLException {
        var sessions = new HashMap<String, Boolean>();
        try (var superuser = server.superuser("postgres");
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("select application_name, ssl from pg_stat_activity join pg_stat_ssl using (pid)"
                        + " where usename = '" + SERVICE + "'")) {
            while (rows.next()) {
                sessions.merge(rows.getString(1), rows.getBoolean(2), Boolean::logicalAnd);
            }
        }
        return sessions;
    }

    void endSessions() throws SQLException {
        try (var superuser = server.superuser("postgres"); var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + SERVICE + "'");
        }
    }

    /** The settings of a service that verifies the server. */
    Map<String, String> settings() {
        return Map.of("ROSTER_DATABASE_URL", url, "ROSTER_DATABASE_PASSWORD", server.passwords().command());
    }

    @Override
    public void close() {
        server.close();
    }
}
