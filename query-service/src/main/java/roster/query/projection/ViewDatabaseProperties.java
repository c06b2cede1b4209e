package roster.query.projection;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Database passwords. None has a default.
 *
 * @param ownerPassword of the role that migrates the schemas
 */
@Validated
@ConfigurationProperties("roster.database")
record ViewDatabaseProperties(@NotEmpty String password, @NotEmpty String ownerPassword) {
    @Override
    public String toString() {
        return "ViewDatabaseProperties[***]";
    }
}
