package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventNotificationsTest {
    private static final String LISTENING = " from pg_stat_activity where query = 'listen event_appended' and datname = current_database()";

    private final FreshStore store = FreshStore.create();
    private final EventNotifier notifier = new EventNotifier(store.asCommandService());
    private final EventNotifications notifications = new EventNotifications(store.asCommandService());
    private final AtomicInteger wakings = new AtomicInteger();

    @BeforeEach
    void listen() {
        notifications.onEvents(wakings::incrementAndGet);
        notifications.start();
        notifier.start();
        awaitWaking(0);
    }

    @AfterEach
    void close() {
        notifier.close();
        notifications.close();
    }

    private void awaitWaking(int before) {
        await().untilAsserted(() -> assertThat(wakings).hasValueGreaterThan(before));
    }

    @Test
    void an_append_wakes_those_who_listen() {
        for (int i = 0; i < 3; i++) {
            var before = wakings.get();
            notifier.appended();
            awaitWaking(before);
        }
    }

    @Test
    void many_appends_may_be_one_notification() {
        var before = wakings.get();
        for (int i = 0; i < 1_000; i++) {
            notifier.appended();
        }
        awaitWaking(before);
        assertThat(wakings).hasValueLessThan(before + 1_000);
    }

    /** Notifications may have been lost during the outage, so a reconnect wakes the listeners. */
    @Test
    void a_lost_connection_is_opened_again() throws SQLException {
        var before = wakings.get();
        terminate("listen event_appended");
        awaitWaking(before);

        var again = wakings.get();
        notifier.appended();
        awaitWaking(again);
    }

    @Test
    void a_notifier_that_lost_its_connection_opens_another() throws SQLException {
        var before = wakings.get();
        notifier.appended();
        awaitWaking(before);
        terminate("notify event_appended");

        var again = wakings.get();
        notifier.appended();
        awaitWaking(again);
    }

    private void terminate(String query) throws SQLException {
        try (var connection = store.asSuperuser(); var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where query = '" + query + "'"
                    + " and datname = current_database()");
        }
    }

    @Test
    void closing_lets_go_of_the_connection() throws SQLException {
        assertThat(listening()).isEqualTo(1);

        notifications.close();

        await().untilAsserted(() -> assertThat(listening()).isZero());
    }

    private int listening() throws SQLException {
        try (var connection = store.asSuperuser();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*)" + LISTENING)) {
            count.next();
            return count.getInt(1);
        }
    }
}
