package roster.console.service;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** URLs of the services. */
@ConfigurationProperties("roster.services")
record ServiceProperties(URI commands, URI queries) {}
