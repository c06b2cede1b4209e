package roster.command.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import roster.command.rejection.Rejection.EventUnreadable;
import roster.command.rejection.Rejection.IdempotencyKeyReused;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.PreconditionFailed;
import roster.command.rejection.Rejection.RequestInFlight;
import roster.openapi.document.ErrorResponse;
import roster.openapi.document.Trait;

/** Parameters, headers and dry run of all commands in the OpenAPI document. */
public final class CommandSenderTrait {
    private CommandSenderTrait() {}

    public static Trait with(Map<Class<?>, ErrorResponse> rejections) {
        return new Trait(CommandSender.class, List.of("dryRun", "Idempotency-Key", "If-Match", "On-Behalf-Of"),
                List.of("ETag", "Consistency-Token", "Idempotency-Replayed"),
                Stream.of(RequestInFlight.class, IdempotencyKeyReused.class, PreconditionFailed.class, Invalid.class,
                        EventUnreadable.class)
                        .map(rejections::get).toList(),
                DryRun.class);
    }
}
