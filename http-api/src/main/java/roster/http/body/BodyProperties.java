package roster.http.body;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** @param longest of what any caller needs to send */
@Validated
@ConfigurationProperties("roster.body")
record BodyProperties(@NotNull DataSize longest) {}
