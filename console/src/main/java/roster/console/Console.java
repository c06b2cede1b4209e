package roster.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Main class of the console. Serves pages on one port, health and metrics on another. */
@SpringBootApplication(scanBasePackages = {"roster.console", "roster.http.body", "roster.http.head", "roster.http.container",
        "roster.http.version"})
@ConfigurationPropertiesScan({"roster.console", "roster.http.body"})
public class Console {
    public static void main(String[] arguments) {
        SpringApplication.run(Console.class, arguments);
    }
}
