package roster.command.member;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.command.bus.CommandRequest;
import roster.command.bus.Commands;
import roster.command.http.Answers;
import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.DeclineInvitation;
import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.UnknownInvitation;
import roster.command.retry.Answer;
import roster.contract.event.Identity;
import roster.contract.invitation.InvitationSigner;
import roster.contract.invitation.InvitationToken;

/** {@code /invitations}: what the bearer of a link does. The token is in the body, so that it is in no log of paths. */
@RestController
@RequestMapping(path = "/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationController {
    private final Commands commands;
    private final InvitationSigner signer;
    private final Memberships memberships;

    InvitationController(Commands commands, InvitationSigner signer, Memberships memberships) {
        this.commands = commands;
        this.signer = signer;
        this.memberships = memberships;
    }

    /**
     * @param verifiedEmail the address that the identity provider has verified
     * @param identity      whom the identity provider vouches for
     */
    record Acceptance(@NotBlank @Size(max = 512) String token, @NotNull @EmailAddressText String verifiedEmail,
            @Nullable @Valid Person identity) {}

    record Person(@NotBlank @Size(max = 64) @Pattern(regexp = PRINTABLE, message = "must not have control characters") String provider,
            @NotBlank @Size(max = 255) @Pattern(regexp = PRINTABLE, message = "must not have control characters") String subject) {
        private static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
    }

    record Refusal(@NotBlank @Size(max = 512) String token) {}

    record Joined(UUID organizationId, UUID memberId) {}

    @PostMapping("/accept")
    ResponseEntity<Object> accept(@Valid @RequestBody Acceptance acceptance, CommandRequest request) {
        var token = verified(acceptance.token);
        var command = new AcceptInvitation(organization(token), token, EmailAddress.of(acceptance.verifiedEmail),
                identity(acceptance.identity));
        return Answers.response(commands.send(request, command,
                _ -> Answer.ok(new Joined(command.organizationId(), command.memberId()))));
    }

    @PostMapping("/decline")
    ResponseEntity<Object> decline(@Valid @RequestBody Refusal refusal, CommandRequest request) {
        var token = verified(refusal.token);
        return Answers.response(commands.send(request, new DeclineInvitation(organization(token), token), _ -> Answer.noContent()));
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
