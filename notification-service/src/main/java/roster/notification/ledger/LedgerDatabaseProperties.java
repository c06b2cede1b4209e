package roster.notification.ledger;

import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Database passwords of the service.
 *
 * @param password      of the role that reads and writes the queue
 * @param ownerPassword of the role that migrates the schema
 */
@Validated
@ConfigurationProperties("roster.database")
record LedgerDatabaseProperties(@NotEmpty(message = "ROSTER_DATABASE_PASSWORD is not set") String password,
        @NotEmpty(message = "ROSTER_OWNER_PASSWORD is not set") String ownerPassword) {
    @Override
    public String toString() {
        return "LedgerDatabaseProperties[***]";
    }
}
