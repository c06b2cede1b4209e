package roster.command.expiry;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this instance takes part.
 *
 * @param autoStartup whether it looks for overdue invitations by itself
 */
@ConfigurationProperties("roster.expiry")
record ExpiryProperties(boolean autoStartup) {}
