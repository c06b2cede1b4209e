package roster.command.member;

import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.AskForNewInvitation;
import roster.command.member.MemberCommand.DeclineInvitation;
import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.Conflict;
import roster.command.rejection.Rejection.EmailNotVerified;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.InvitationExpired;
import roster.command.rejection.Rejection.InvitationNotExpired;
import roster.command.rejection.Rejection.UnknownInvitation;
import roster.command.rejection.Rejection.WrongAccount;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;
import roster.http.access.Caller;
import roster.http.access.Callers;
import roster.http.access.Credential;
import roster.http.access.Denied;
import roster.http.openapi.Rejections;
import roster.http.problem.FieldError;
import roster.http.problem.Malformed;

/** {@code /invitations}: what the bearer of a link does. The token is in the body, so that it is in no log of paths. */
@RestController
@RequestMapping(path = "/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationController {
    private final InvitationSigner signer;
    private final InvitationLookup lookup;
    private final Memberships memberships;
    private final Callers callers;

    InvitationController(InvitationSigner signer, InvitationLookup lookup, Memberships memberships, Callers callers) {
        this.signer = signer;
        this.lookup = lookup;
        this.memberships = memberships;
        this.callers = callers;
    }

    /**
     * Whoever signed in needs to say no more than the token. Only an operator states whom they have verified themselves.
     *
     * @param token         from the link in the letter, after the {@code #}
     * @param verifiedEmail the address that was verified
     * @param identity      whose it is
     */
    record Acceptance(@NotBlank @Size(max = 512) String token, @Nullable @EmailAddressText String verifiedEmail,
            @Nullable @Valid Person identity) {}

    /**
     * How an identity provider knows somebody.
     *
     * @param provider the name of the provider
     * @param subject  whom it means
     */
    record Person(@NotBlank @Size(max = 64) @Pattern(regexp = PRINTABLE, message = "must not have control characters") String provider,
            @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "must not have control characters") String subject) {
        private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
    }

    /**
     * Which invitation is meant.
     *
     * @param token from the link in the letter, after the {@code #}
     */
    record Link(@NotBlank @Size(max = 512) String token) {}

    /** Who has become a member, and of what. */
    record Joined(UUID organizationId, UUID memberId) {}

    /**
     * Shows the invitation to whoever holds its link, without signing in: who invites whom to what. It is no command: it changes nothing,
     * whoever opens the link and however often, and there is nothing to try out or to send again safely.
     */
    @PostMapping("/lookup")
    @Rejections({UnknownInvitation.class, InvitationExpired.class, InvitationEnded.class})
    OpenInvitation lookup(@Valid @RequestBody Link link) {
        return lookup.find(verified(link.token));
    }

    /**
     * Joins the organization, as the person who has signed in. The verified address must be the invited one. An operator, too, may accept for
     * somebody whom they have verified.
     */
    @PostMapping("/accept")
    @Rejections({UnknownInvitation.class, WrongAccount.class, EmailNotVerified.class, InvitationExpired.class, InvitationEnded.class,
            Conflict.class})
    Answer<Joined> accept(@Valid @RequestBody Acceptance acceptance, CommandSender sender) {
        var signIn = signIn(acceptance);
        var token = verified(acceptance.token);
        var command = new AcceptInvitation(organization(token), token, signIn.email, signIn.identity);
        return by(token, sender).send(command, _ -> new Joined(command.organizationId(), command.memberId()));
    }

    /** Declines the invitation. Whoever holds the link may, without signing in. */
    @PostMapping("/decline")
    @Rejections({UnknownInvitation.class, InvitationExpired.class, InvitationEnded.class})
    Answer<Void> decline(@Valid @RequestBody Link link, CommandSender sender) {
        var token = verified(link.token);
        return by(token, sender).send(new DeclineInvitation(organization(token), token));
    }

    /**
     * Asks whoever invited for another letter, when that of the link has expired. Whoever holds the link may, without signing in. Asking
     * again for the same letter is answered the same, and nobody is bothered twice.
     */
    @PostMapping("/ask-again")
    @Rejections({UnknownInvitation.class, InvitationNotExpired.class, InvitationEnded.class})
    Answer<Void> askAgain(@Valid @RequestBody Link link, CommandSender sender) {
        var token = verified(link.token);
        return by(token, sender).send(new AskForNewInvitation(organization(token), token));
    }

    private record SignIn(EmailAddress email, @Nullable Identity identity) {}

    private SignIn signIn(Acceptance acceptance) {
        return switch (callers.credential()) {
            case Credential.Operator _ -> new SignIn(EmailAddress.of(stated(acceptance)), identity(acceptance.identity));
            case Credential.Person person -> new SignIn(verifiedEmail(person, acceptance), person.identity());
            case Credential.ApiToken _,Credential.NotificationService _,Credential.Anonymous _ -> throw Denied.toAllButPeople();
        };
    }

    private static String stated(Acceptance acceptance) {
        if (acceptance.verifiedEmail == null) {
            throw invalid("/verifiedEmail", "must be given by an operator");
        }
        return acceptance.verifiedEmail;
    }

    private static EmailAddress verifiedEmail(Credential.Person person, Acceptance acceptance) {
        if (acceptance.verifiedEmail != null) {
            throw invalid("/verifiedEmail", "is for the identity provider to say");
        }
        if (acceptance.identity != null) {
            throw invalid("/identity", "is for the identity provider to say");
        }
        return Optional.ofNullable(person.verifiedEmail()).flatMap(InvitationController::address)
                .orElseThrow(() -> new Refused(new EmailNotVerified()));
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Malformed invalid(String pointer, String detail) {
        return new Malformed(FieldError.pointer(pointer, detail));
    }

    /** Whoever holds the link acts as the invitee. */
    private static CommandSender by(InvitationToken token, CommandSender sender) {
        return sender.caller().isOperator() ? sender : sender.by(Caller.invitee(token.memberId()));
    }

    private InvitationToken verified(String token) {
        return signer.verify(token).orElseThrow(() -> new Refused(new UnknownInvitation()));
    }

    private UUID organization(InvitationToken token) {
        return memberships.organizationOf(token.memberId()).orElseThrow(() -> new Refused(new InvitationEnded()));
    }

    private static @Nullable Identity identity(@Nullable Person person) {
        return person == null ? null : new Identity(person.provider, person.subject);
    }
}
