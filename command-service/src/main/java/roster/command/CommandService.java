package roster.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Accepts commands over HTTP, records their events, and publishes them. */
@SpringBootApplication(scanBasePackages = {"roster.command", "roster.access", "roster.http", "roster.operation", "roster.tracing"})
@ConfigurationPropertiesScan({"roster.command", "roster.access", "roster.http"})
@EnableScheduling
public class CommandService {
    public static void main(String[] args) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication.run(CommandService.class, args);
    }
}
