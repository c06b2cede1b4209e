package roster.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Reads the event store, folds its events into views, and answers queries from them. */
@SpringBootApplication(scanBasePackages = {"roster.query", "roster.access", "roster.http", "roster.operation", "roster.tracing"})
@ConfigurationPropertiesScan({"roster.query", "roster.access", "roster.http"})
public class QueryService {
    public static void main(String[] args) {
        SpringApplication.run(QueryService.class, args);
    }
}
