package roster.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Settings of a single node that is broker and controller, on loopback, with little memory and short timeouts.
 *
 * @param more further lines, which override earlier ones; {@code {port}} and {@code {controller}} stand for the two ports
 */
record BrokerSettings(int port, int controllerPort, Path data, String more) {
    Path write(Path file) throws IOException {
        return Files.writeString(file,
                text() + more.replace("{port}", String.valueOf(port)).replace("{controller}", String.valueOf(controllerPort)));
    }

    private String text() {
        return String.format(Locale.ROOT, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s

                # A single node has no replicas.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=5
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=5
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1

                # Topics are created by those who own them.
                auto.create.topics.enable=false

                # A broker that was killed is back in 5 seconds instead of 11, and a group need not wait for more members.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0

                # An idle controller writes a record every 5 seconds, not twice a second.
                metadata.max.idle.interval.ms=5000

                # What has had its time is forgotten within seconds, not minutes.
                log.retention.check.interval.ms=10000

                # The default takes 128 MiB of heap.
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                """, port, controllerPort, data.toString().replace("\\", "\\\\"));
    }
}
