package roster.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.HashMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.NestedExceptionUtils;

class ConfigurationTest {
    @ParameterizedTest
    @CsvSource({"ROSTER_INVITATION_KEYS, '', ROSTER_INVITATION_KEYS must be",
            "ROSTER_INVITATION_KEYS, k1:c2hvcnQgc2VjcmV0, invitation key 'k1' is shorter than 32 bytes",
            "ROSTER_MAIL_FROM, nobody, ROSTER_MAIL_FROM is not an address",
            "ROSTER_SMTP_PORT, 0, relay"})
    void what_cannot_work_stops_the_start(String setting, String value, String complaint) {
        var settings = new HashMap<>(Surroundings.settings());
        settings.put(setting, value);
        var service = new SpringApplicationBuilder(NotificationService.class);

        assertThatException().isThrownBy(() -> service.run(settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue()).toArray(String[]::new)))
                .satisfies(it -> assertThat(NestedExceptionUtils.getMostSpecificCause(it).getMessage()).contains(complaint)
                        .doesNotContain("c2hvcnQgc2VjcmV0"));
    }
}
