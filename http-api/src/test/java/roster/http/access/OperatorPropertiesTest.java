package roster.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OperatorPropertiesTest {
    private final ApplicationContextRunner service = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(OperatorProperties.class)
    static class Settings {}

    @Test
    void it_does_not_start_with_a_token_that_could_be_guessed_and_does_not_tell_it() {
        service.run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("roster.operator.token=" + "s".repeat(31)).run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("roster.operator.token=" + "s".repeat(32)).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(OperatorProperties.class).toString()).doesNotContain("sss");
        });
    }
}
