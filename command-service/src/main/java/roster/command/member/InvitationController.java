package roster.command.member;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Caller;
import roster.access.control.Callers;
import roster.access.control.Denied;
import roster.access.credential.Credential;
import roster.access.document.Rejections;
import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.AskForNewInvitation;
import roster.command.member.MemberCommand.DeclineInvitation;
import roster.command.membership.Memberships;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.EmailNotVerified;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.InvitationExpired;
import roster.command.rejection.Rejection.InvitationNotExpired;
import roster.command.rejection.Rejection.MemberUnreadable;
import roster.command.rejection.Rejection.UnknownInvitation;
import roster.command.rejection.Rejection.WrongAccount;
import roster.command.text.EmailAddressText;
import roster.command.text.PrintableText;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;
import roster.http.problem.FieldError;
import roster.http.problem.Malformed;

/** {@code /invitations}: commands and queries with the token of an invitation link. The token is in the body, so that logs of paths do not contain it. */
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
     * Acceptance of an invitation. A signed-in person sends only the token. An operator also sends the address and identity that were verified.
     *
     * @param token         token of the link, after the {@code #}
     * @param verifiedEmail address that the operator has verified
     * @param identity      account of the person at an identity provider
     */
    record Acceptance(@NotBlank @Size(max = 512) String token, @Nullable @EmailAddressText String verifiedEmail,
            @Nullable @Valid Person identity) {}

    /**
     * An account at an identity provider.
     *
     * @param provider name of the provider
     * @param subject  id of the account at the provider
     */
    record Person(@NotBlank @Size(max = 64) @PrintableText String provider,
            @NotBlank @Size(max = 255) @PrintableText String subject) {}

    /**
     * The link of an invitation.
     *
     * @param token token of the link, after the {@code #}
     */
    record Link(@NotBlank @Size(max = 512) String token) {}

    /** The new member and the organization. */
    record Joined(UUID organizationId, UUID memberId) {}

    /**
     * Shows the invitation of a link. Needs the link, but no sign-in. This is a query: it changes nothing, and has neither a dry run nor an
     * idempotency key.
     */
    @PostMapping("/lookup")
    @Rejections({UnknownInvitation.class, InvitationExpired.class, InvitationEnded.class})
    OpenInvitation lookup(@Valid @RequestBody Link link) {
        return lookup.find(verified(link.token));
    }

    /**
     * Accepts an invitation as the signed-in person. One of the person's verified addresses must be the invited one. An operator can accept for a
     * person whose address they have verified.
     */
    @PostMapping("/accept")
    @Rejections({UnknownInvitation.class, WrongAccount.class, EmailNotVerified.class, InvitationExpired.class, InvitationEnded.class,
            AccountTaken.class, MemberUnreadable.class})
    Answer<Joined> accept(@Valid @RequestBody Acceptance acceptance, CommandSender sender) {
        var signIn = signIn(acceptance);
        var token = verified(acceptance.token);
        var command = new AcceptInvitation(organization(token), token, signIn.emails, signIn.identity);
        return by(token, sender).send(command, _ -> new Joined(command.organizationId(), command.memberId()));
    }

    /** Declines an invitation. Needs the link, but no sign-in. */
    @PostMapping("/decline")
    @Rejections({UnknownInvitation.class, InvitationExpired.class, InvitationEnded.class})
    Answer<Void> decline(@Valid @RequestBody Link link, CommandSender sender) {
        var token = verified(link.token);
        return by(token, sender).send(new DeclineInvitation(organization(token), token));
    }

    /**
     * Asks the inviter for a new invitation when this one has expired. Needs the link, but no sign-in. A repeated request with the same link
     * gets the same response, and sends no second e-mail.
     */
    @PostMapping("/ask-again")
    @Rejections({UnknownInvitation.class, InvitationNotExpired.class, InvitationEnded.class, MemberUnreadable.class})
    Answer<Void> askAgain(@Valid @RequestBody Link link, CommandSender sender) {
        var token = verified(link.token);
        return by(token, sender).send(new AskForNewInvitation(organization(token), token));
    }

    private record SignIn(List<EmailAddress> emails, @Nullable Identity identity) {}

    private SignIn signIn(Acceptance acceptance) {
        return switch (callers.credential()) {
            case Credential.Operator _ -> new SignIn(List.of(EmailAddress.of(stated(acceptance))), identity(acceptance.identity));
            case Credential.Person person -> new SignIn(verifiedEmails(person, acceptance), person.identity());
            case Credential.ApiToken _,Credential.NotificationService _,Credential.Anonymous _ -> throw Denied.toAllButPeople();
        };
    }

    private static String stated(Acceptance acceptance) {
        if (acceptance.verifiedEmail == null) {
            throw invalid("/verifiedEmail", "is required from an operator");
        }
        return acceptance.verifiedEmail;
    }

    private static List<EmailAddress> verifiedEmails(Credential.Person person, Acceptance acceptance) {
        if (acceptance.verifiedEmail != null) {
            throw invalid("/verifiedEmail", "must be absent: the identity provider determines it");
        }
        if (acceptance.identity != null) {
            throw invalid("/identity", "must be absent: the identity provider determines it");
        }
        var verified = person.verifiedEmails().stream().flatMap(it -> address(it).stream()).toList();
        if (verified.isEmpty()) {
            throw new Rejected(new EmailNotVerified());
        }
        return verified;
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

    /** The holder of the link acts as the invitee. */
    private static CommandSender by(InvitationToken token, CommandSender sender) {
        return sender.caller().isOperator() ? sender : sender.by(Caller.invitee(token.memberId()));
    }

    private InvitationToken verified(String token) {
        return signer.verify(token).orElseThrow(() -> new Rejected(new UnknownInvitation()));
    }

    private UUID organization(InvitationToken token) {
        return memberships.organizationOf(token.memberId()).orElseThrow(() -> new Rejected(new InvitationEnded()));
    }

    private static @Nullable Identity identity(@Nullable Person person) {
        return person == null ? null : new Identity(person.provider, person.subject);
    }
}
