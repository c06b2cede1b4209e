package roster.console.service;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are. */
@ConfigurationProperties("roster.services")
record ServiceProperties(URI commands, URI queries) {}
