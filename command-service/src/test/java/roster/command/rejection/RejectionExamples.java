package roster.command.rejection;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.EmailNotVerified;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.EventUnreadable;
import roster.command.rejection.Rejection.IdempotencyKeyReused;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.InvitationExpired;
import roster.command.rejection.Rejection.InvitationNotExpired;
import roster.command.rejection.Rejection.InvitationNotPending;
import roster.command.rejection.Rejection.LastAccount;
import roster.command.rejection.Rejection.LastAdmin;
import roster.command.rejection.Rejection.LimitReached;
import roster.command.rejection.Rejection.MemberAlreadyDeleted;
import roster.command.rejection.Rejection.MemberNotActive;
import roster.command.rejection.Rejection.MemberNotDeleted;
import roster.command.rejection.Rejection.MemberNotInvited;
import roster.command.rejection.Rejection.MemberNotSuspended;
import roster.command.rejection.Rejection.MemberUnreadable;
import roster.command.rejection.Rejection.NotFound;
import roster.command.rejection.Rejection.PreconditionFailed;
import roster.command.rejection.Rejection.RequestInFlight;
import roster.command.rejection.Rejection.RoleDiffers;
import roster.command.rejection.Rejection.SlugTaken;
import roster.command.rejection.Rejection.UnknownInvitation;
import roster.command.rejection.Rejection.UnknownInvitationMail;
import roster.command.rejection.Rejection.WrongAccount;
import roster.contract.role.Role;
import roster.openapi.document.ErrorResponse;

/** Examples of rejections for the OpenAPI document. */
public final class RejectionExamples {
    private static final Problems PROBLEMS = new Problems();

    private RejectionExamples() {}

    /** Rejections by type. */
    public static Map<Class<?>, ErrorResponse> all() {
        return Stream.of(new EmailTaken(), new SlugTaken(), new LastAdmin(), new NotFound(), new AccountTaken(), new LastAccount(),
                new MemberNotActive(),
                new MemberNotSuspended(), new MemberAlreadyDeleted(), new RoleDiffers(Role.DEVELOPER), new MemberUnreadable(),
                new InvitationNotPending(), new MemberNotInvited(), new MemberNotDeleted(),
                new Invalid(Invalid.Source.HEADER, "On-Behalf-Of", "is not an active member of this organization"), new WrongAccount(),
                new EmailNotVerified(), new UnknownInvitation(), new UnknownInvitationMail(), new InvitationExpired(Instant.EPOCH),
                new InvitationNotExpired(),
                new InvitationEnded(), new EventUnreadable(),
                new PreconditionFailed(4L, false), new IdempotencyKeyReused(), new RequestInFlight(),
                new LimitReached("The organization has 1000 open invitations.", Duration.ofDays(7)))
                .collect(Collectors.toMap(Object::getClass, RejectionExamples::refusal));
    }

    private static ErrorResponse refusal(Rejection rejection) {
        return ErrorResponse.of(rejection.getClass().getSimpleName(), PROBLEMS.refused(new Rejected(rejection)));
    }
}
