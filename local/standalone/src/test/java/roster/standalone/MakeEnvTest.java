package roster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/make-env}, which makes the secrets of a Docker host. */
class MakeEnvTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String USUAL_PATH = System.getenv("PATH");

    @TempDir Path folder;

    private record Run(int exit, String errors) {}

    private Run make(Path file, String path) throws Exception {
        var builder = new ProcessBuilder(ROOT.resolve("deploy/make-env").toString(), file.toString());
        builder.environment().put("PATH", path);
        var process = builder.start();
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), errors);
    }

    private void install(String program, String script) throws IOException {
        Files.writeString(folder.resolve(program), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(folder.resolve(program), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void it_makes_every_secret_that_the_compose_file_asks_for_and_a_key_that_the_console_can_read() throws Exception {
        var file = folder.resolve("env");

        assertThat(make(file, USUAL_PATH).exit).isZero();

        var made = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            made.load(reader);
        }
        var asked = Pattern.compile("\\$\\{([A-Z_]+):\\?").matcher(Files.readString(ROOT.resolve("docker-compose.yml"))).results()
                .map(found -> found.group(1)).toList();
        assertThat(made.stringPropertyNames()).containsAll(asked);
        assertThat(asked).allSatisfy(name -> assertThat(made.getProperty(name)).as(name).hasSizeGreaterThan(40));
        var key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(made.getProperty("ROSTER_CONSOLE_KEY"))));
        assertThat(((RSAPrivateKey) key).getModulus().bitLength()).isEqualTo(2_048);
    }

    @Test
    void only_the_owner_can_read_the_file() throws Exception {
        var file = folder.resolve("env");

        make(file, USUAL_PATH);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void it_never_overwrites_secrets() throws Exception {
        var file = Files.writeString(folder.resolve("env"), "ROSTER_MASTER_KEYS=k1:of-names-that-exist\n");

        var run = make(file, USUAL_PATH);

        assertThat(run.exit).isNotZero();
        assertThat(run.errors).contains(file + " exists");
        assertThat(file).hasContent("ROSTER_MASTER_KEYS=k1:of-names-that-exist");
    }

    @Test
    void without_a_working_openssl_it_fails_and_leaves_no_file() throws Exception {
        install("openssl", "exit 1");

        var run = make(folder.resolve("env"), folder + ":" + USUAL_PATH);

        assertThat(run.exit).isNotZero();
        assertThat(run.errors).contains("openssl made no POSTGRES_PASSWORD");
        assertThat(left()).containsExactly("openssl");
    }

    @Test
    void without_openssl_it_names_the_package() throws Exception {
        for (var program : List.of("bash", "dirname", "mktemp", "rm", "mv", "cat")) {
            Files.createSymbolicLink(folder.resolve(program), Path.of("/usr/bin").resolve(program));
        }

        var run = make(folder.resolve("env"), folder.toString());

        assertThat(run.exit).isNotZero();
        assertThat(run.errors).contains("apt-get install openssl");
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }
}
