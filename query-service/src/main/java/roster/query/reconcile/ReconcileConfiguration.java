package roster.query.reconcile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.eventstore.sealing.DataKeys;
import roster.operation.database.Connections;
import roster.operation.reconcile.Reconciler;
import roster.operation.reconcile.ReconcilerProperties;
import roster.query.generation.Layout;

@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {
    @Bean(initMethod = "start")
    Reconciler storeViewsReconciler(Connections connections, Layout layout, DataKeys keys, ReconcilerProperties settings) {
        return new Reconciler(new StoreViewsComparison(connections.single("reconciler"), layout, keys),
                connections.unpooled("reconciler lock"),
                settings);
    }
}
