package roster.http.container;

import java.io.IOException;
import java.util.Optional;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import roster.http.problem.ProblemWriter;

/** Writes problems for requests that the container rejects before any filter, such as a malformed request line. */
@Component
final class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger log = LoggerFactory.getLogger(ContainerProblems.class);

    private final ProblemWriter problems;

    ContainerProblems(JsonMapper json) {
        this.problems = new ProblemWriter(json);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private final class Report extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            var status = TooLong.part(request, cause).or(() -> Optional.ofNullable(HttpStatus.resolve(response.getStatus())));
            if (status.filter(HttpStatus::isError).isEmpty() || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                problems.write(status.get(), response.getResponse());
            } catch (IOException e) {
                log.debug("the caller has gone", e);
            }
        }
    }
}
