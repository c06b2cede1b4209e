package roster.query.log;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.eventstore.Subscription;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.watch.StoreWatch;
import roster.operation.database.Connections;
import roster.operation.reader.Reader;
import roster.operation.reader.Rest;
import roster.operation.reconcile.Reconciler;
import roster.operation.reconcile.ReconcilerProperties;
import roster.query.log.watch.SignedTrees;
import roster.query.log.watch.StoreLogComparison;
import roster.query.log.witness.WitnessAddress;
import roster.query.log.witness.WitnessClient;
import roster.recordlog.note.NoteSigner;

/** The reader of events that keeps the log, and what reads the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {
    private static final Logger log = LoggerFactory.getLogger(LogConfiguration.class);
    private static final int CONNECTIONS = 2;
    /** Longer than that of other readers, because no answer waits for it: a checkpoint is due every few seconds. */
    static final Rest REST = new Rest(30, Duration.ofMillis(500));

    @Bean
    LogReader logReader(Connections connections, DataKeys keys, WitnessClient witnesses, LogProperties settings, LogKeys published) {
        published.keys().forEach(it -> log.info("checkpoints of the log are signed by {}", it));
        return new LogReader(connections.pool("log", CONNECTIONS), keys, new SignedBefore(settings.folder()), settings.signingKeys(),
                witnesses, settings);
    }

    @Bean
    static LogKeys logKeys(LogProperties settings) {
        return new LogKeys(settings.origin(), settings.signingKeys().stream().map(NoteSigner::verifier).toList(),
                WitnessAddress.of(settings.witnesses()).stream().map(WitnessAddress::key).toList());
    }

    @Bean
    static WitnessClient witnessClient(Connections connections, LogProperties settings) {
        return new WitnessClient(JdbcClient.create(connections.single("witnesses")), WitnessAddress.of(settings.witnesses()));
    }

    @Bean(initMethod = "start")
    static Reconciler storeLogReconciler(Connections connections, LogKeys keys, ReconcilerProperties settings) {
        var signed = new SignedTrees(keys.keys());
        return new Reconciler(new StoreLogComparison(connections.single("log watch"), signed), connections.unpooled("log watch lock"),
                settings);
    }

    @Bean(initMethod = "start")
    Subscription log(LogReader reader) {
        return new Subscription("log", reader, REST);
    }

    @Bean
    Reader logProgress(StoreWatch watch, Subscription log) {
        return watch.reader(log, jdbc -> jdbc.sql("select position from record_log.progress").query(Long.class).optional());
    }

    @Bean
    static LogTrees logTrees(JdbcClient jdbc) {
        return new LogTrees(jdbc);
    }

    @Bean
    static LogHeads logHeads(JdbcClient jdbc) {
        return new LogHeads(jdbc);
    }

    @Bean
    static LogAlarms logAlarms(JdbcClient jdbc) {
        return new LogAlarms(jdbc);
    }

    @Bean
    static StoredEvents storedEvents(JdbcClient jdbc) {
        return new StoredEvents(jdbc);
    }
}
