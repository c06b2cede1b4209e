package roster.command.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var ofDryRuns = refusals(rejections, PreconditionFailed.class, Invalid.class, EventUnreadable.class);
        var dryRun = new Trait.Variant(DryRunPaths.PREFIX, "dryRun", "Dry run: ", List.of("If-Match", "On-Behalf-Of"), ofDryRuns,
                DryRun.class);
        return new Trait(CommandSender.class, List.of("Idempotency-Key", "If-Match", "On-Behalf-Of"),
                List.of("ETag", "Consistency-Token", "Idempotency-Replayed"),
                refusals(rejections, RequestInFlight.class, IdempotencyKeyReused.class, PreconditionFailed.class, Invalid.class,
                        EventUnreadable.class),
                dryRun);
    }

    public static Trait ofBatches(Map<Class<?>, ErrorResponse> rejections) {
        return new Trait(BatchSender.class, List.of("If-Match", "On-Behalf-Of"), List.of("Consistency-Token"),
                refusals(rejections, Invalid.class), null);
    }

    private static List<ErrorResponse> refusals(Map<Class<?>, ErrorResponse> rejections, Class<?>... types) {
        return Stream.of(types).map(it -> Objects.requireNonNull(rejections.get(it))).toList();
    }
}
