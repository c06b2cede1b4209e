package roster.query.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.query.Client;
import roster.query.OwnServiceTest;

@OwnServiceTest
class LiveViewsTest {
    @Autowired Client client;
    @Autowired LiveViews views;
    @Autowired JdbcClient jdbc;

    @Test
    void plans_are_made_for_the_values_at_hand_where_views_are_read_and_kept_where_something_is_looked_up() {
        await().until(() -> client.get("/roles").status() == 200);

        assertThat(views.<String>read(_ -> planCacheMode())).isEqualTo("force_custom_plan");
        assertThat(planCacheMode()).isEqualTo("auto");
    }

    private String planCacheMode() {
        return jdbc.sql("show plan_cache_mode").query(String.class).single();
    }
}
