package roster.notification.ledger;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the service signs in to the database with.
 *
 * @param password      of the role that works with the ledger
 * @param ownerPassword of the role that migrates it
 */
@Validated
@ConfigurationProperties("roster.database")
record DatabaseProperties(@NotEmpty(message = "ROSTER_DATABASE_PASSWORD is not set") String password,
        @NotEmpty(message = "ROSTER_OWNER_PASSWORD is not set") String ownerPassword) {
    @Override
    public String toString() {
        return "DatabaseProperties[***]";
    }
}
