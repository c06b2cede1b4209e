package roster.query.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param url the address that callers use, without a slash at its end */
@Validated
@ConfigurationProperties("roster.public")
record PublicUrl(@NotNull @Pattern(regexp = "https?://[^/?#]+(/[^/?#]+)*") String url) {}
