package roster.command.publisher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import roster.local.kafka.LocalKafka;
import roster.local.process.Ports;

/** A broker with TLS, SASL and ACLs. Its plain port, where everything is allowed, is for the test. */
final class SecuredKafka implements AutoCloseable {
    private static final String PASSWORD = "only-tests-know-it";

    private final Path keys;
    private final int port = Ports.freeOr(0);
    private final LocalKafka broker;

    SecuredKafka(Path folder) throws IOException, InterruptedException {
        keys = folder.resolve("keys.p12");
        makeKeys();
        broker = LocalKafka.start(folder.resolve("kafka"), """
                listeners=PLAINTEXT://127.0.0.1:{port},SECURED://127.0.0.1:%1$s,CONTROLLER://127.0.0.1:{controller}
                advertised.listeners=PLAINTEXT://127.0.0.1:{port},SECURED://127.0.0.1:%1$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT
                listener.name.secured.ssl.keystore.type=PKCS12
                listener.name.secured.ssl.keystore.location=%2$s
                listener.name.secured.ssl.keystore.password=%3$s
                listener.name.secured.sasl.enabled.mechanisms=PLAIN
                listener.name.secured.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \
                user_roster="%3$s";
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:ANONYMOUS
                """.formatted(port, keys, PASSWORD));
    }

    private void makeKeys() throws IOException, InterruptedException {
        var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC",
                "-alias", "broker", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore",
                keys.toString(), "-storepass", PASSWORD).inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("no keys");
        }
    }

    String plain() {
        return broker.bootstrapServers();
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", plain()));
    }

    /** The settings of a service that uses the secured port. */
    Map<String, String> settings() {
        return Map.of(
                "ROSTER_KAFKA", "127.0.0.1:" + port,
                "spring.kafka.security.protocol", "SASL_SSL",
                "spring.kafka.ssl.trust-store-location", "file:" + keys,
                "spring.kafka.ssl.trust-store-password", PASSWORD,
                "spring.kafka.ssl.trust-store-type", "PKCS12",
                "spring.kafka.properties.sasl.mechanism", "PLAIN",
                "spring.kafka.properties.sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required "
                        + "username=\"roster\" password=\"" + PASSWORD + "\";");
    }

    /** Rights of the service, of one kind of resource. */
    static List<AclBinding> rights(ResourceType kind, String name, AclOperation... operations) {
        return List.of(operations).stream().map(operation -> new AclBinding(new ResourcePattern(kind, name, PatternType.LITERAL),
                new AccessControlEntry("User:roster", "*", operation, AclPermissionType.ALLOW))).toList();
    }

    @Override
    public void close() {
        broker.close();
    }
}
