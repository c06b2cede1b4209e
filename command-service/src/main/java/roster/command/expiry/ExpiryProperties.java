package roster.command.expiry;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the expiry of invitations.
 *
 * @param autoStartup true when this instance looks for overdue invitations
 */
@ConfigurationProperties("roster.expiry")
record ExpiryProperties(boolean autoStartup) {}
