package roster.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** In Arabic, numbers are formatted with other digits. */
@Isolated("changes the default locale")
class BrokerSettingsTest {
    @TempDir private Path folder;
    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void speakArabic() {
        Locale.setDefault(Locale.of("ar", "EG"));
    }

    @AfterEach
    void speakAsUsual() {
        Locale.setDefault(usual);
    }

    @Test
    void they_are_the_same_in_any_locale() throws Exception {
        var settings = new BrokerSettings(9_092, 9_093, folder, "").write(folder.resolve("settings"));

        assertThat(settings).content().contains("listeners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093");
    }
}
