package roster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PerJvmTest {
    @Test
    void every_test_class_has_a_database_of_its_own() throws Exception {
        var one = PerJvm.postgres().freshDatabase();
        var other = PerJvm.postgres().freshDatabase();

        assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        try (var owner = DriverManager.getConnection(one.jdbcUrl(), "roster_owner", one.passwords().owner())) {
            owner.createStatement().execute("create schema views");
        }
    }

    @Test
    @Tag("nightly")
    void there_is_one_broker() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }
}
