package roster.console.activity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param streams       streams and files that are open at the same time
 * @param longestStream browsers connect again after it
 * @param longestExport a file that takes longer is broken off
 * @param silence       after which a response of query-service counts as lost
 */
@ConfigurationProperties("roster.activity")
record ActivityProperties(int streams, Duration longestStream, Duration longestExport, Duration silence) {}
