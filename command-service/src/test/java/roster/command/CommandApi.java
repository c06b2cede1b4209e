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

/** Title, description and shared parts of the OpenAPI document of commands. */
@TestConfiguration(proxyBeanMethods = false)
@Import(OpenApiConfiguration.class)
class CommandApi {
    @Bean
    ServiceApi serviceApi() {
        var rejections = RejectionExamples.all();
        return new ServiceApi("Roster: commands",
                """
                Commands on organizations, members, invitations and API tokens. Every command that changes something is recorded as an event.

                Any command can be retried safely with an `Idempotency-Key`, made conditional on a version with `If-Match`, and tried without \
                effect below `/dry-run`. Responses contain a `Consistency-Token`; queries with it include the result of the command.""",
                List.of(CommandSenderTrait.with(rejections), CommandSenderTrait.ofBatches(rejections)), rejections,
                Map.of(Answer.class, HttpStatus.OK, Created.class, HttpStatus.CREATED));
    }
}
