package roster.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

import roster.local.PerJvm;
import roster.local.proxy.FaultyProxy;

class TopicProgressTest {
    private final List<Admin> clients = new ArrayList<>();

    @Test
    void a_client_whose_packets_vanish_while_it_connects_is_replaced() throws Exception {
        Topics.createIfAbsent();
        try (var proxy = FaultyProxy.before(PerJvm.kafka().port());
                var progress = new TopicProgress(() -> client(clients.isEmpty() ? proxy.port() : PerJvm.kafka().port()), "group")) {
            proxy.swallow();
            assertThatThrownBy(progress::offsets).isInstanceOf(TopicProgress.Unknown.class);

            await().ignoreExceptionsInstanceOf(TopicProgress.Unknown.class).until(() -> !progress.offsets().isEmpty());
            assertThat(clients).hasSizeGreaterThan(1);
        }
    }

    private Admin client(int port) {
        var made = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port, "default.api.timeout.ms", 2_000, "request.timeout.ms",
                1_500));
        clients.add(made);
        return made;
    }
}
