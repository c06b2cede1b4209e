package roster.query.sealing;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Master keys, which wrap the data keys of members.
 *
 * @param keys comma-separated {@code id:base64} pairs, each of 32 random bytes; the first wraps, all unwrap
 */
@Validated
@ConfigurationProperties("roster.master")
record ViewMasterKeyProperties(@NotEmpty String keys) {
    @Override
    public String toString() {
        return "ViewMasterKeyProperties[***]";
    }
}
