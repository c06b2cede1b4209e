package roster.command.sealing;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the keys of members are sealed with.
 *
 * @param keys {@code id:base64} pairs with commas between, each of 32 random bytes; the first seals, all open
 */
@Validated
@ConfigurationProperties("roster.master")
record MasterKeyProperties(@NotEmpty String keys) {
    @Override
    public String toString() {
        return "MasterKeyProperties[***]";
    }
}
