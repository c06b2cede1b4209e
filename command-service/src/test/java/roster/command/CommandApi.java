package roster.command;

import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

import roster.command.http.Answer;
import roster.command.http.CommandSenderTrait;
import roster.command.http.Created;
import roster.command.rejection.RejectionExamples;
import roster.openapi.document.OpenApiConfiguration;
import roster.openapi.document.ServiceApi;

/** What the OpenAPI document says of this service as a whole. */
@TestConfiguration(proxyBeanMethods = false)
@Import(OpenApiConfiguration.class)
class CommandApi {
    @Bean
    ServiceApi serviceApi() {
        var rejections = RejectionExamples.all();
        return new ServiceApi("Roster: commands",
                """
                Changes who belongs to an organization and what they may do. Every command that changes something is recorded as an event.

                Any command can be sent again safely with an `Idempotency-Key`, be made to depend on a version with `If-Match`, and be tried \
                without effect with `dryRun=true`. Answers carry a `Consistency-Token`; queries that are sent it include what the command did.""",
                List.of(CommandSenderTrait.with(rejections)), rejections,
                Map.of(Answer.class, HttpStatus.OK, Created.class, HttpStatus.CREATED));
    }
}
