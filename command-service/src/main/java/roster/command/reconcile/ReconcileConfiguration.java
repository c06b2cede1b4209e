package roster.command.reconcile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.KafkaClients;
import roster.contract.kafka.MemberStateTopic;
import roster.eventstore.sealing.DataKeys;
import roster.operation.database.Connections;
import roster.operation.reconcile.Reconciler;
import roster.operation.reconcile.ReconcilerProperties;

@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
    @Bean(initMethod = "start")
    Reconciler storeKafkaReconciler(Connections connections, KafkaClients kafka, DataKeys keys, ReconcilerProperties settings) {
        var comparison = new StoreKafkaComparison(JdbcClient.create(connections.single("reconciler")), keys,
                kafka.readerOfCommitted(MemberStateTopic.NAME));
        return new Reconciler(comparison, connections.unpooled("reconciler lock"), settings);
    }
}
