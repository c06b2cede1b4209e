package roster.command.member;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Callers;
import roster.access.control.Denied;
import roster.access.credential.AccountProofs;
import roster.access.credential.Credential.Person;
import roster.access.document.Rejections;
import roster.command.http.Answer;
import roster.command.http.CommandSender;
import roster.command.member.MemberCommand.LinkAccount;
import roster.command.member.MemberCommand.UnlinkAccount;
import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.LastAccount;
import roster.command.rejection.Rejection.MemberAlreadyDeleted;
import roster.command.rejection.Rejection.MemberNotActive;
import roster.command.store.UuidV7;
import roster.contract.event.Identity;
import roster.contract.event.Organization;
import roster.http.problem.FieldError;
import roster.http.problem.Malformed;

/** {@code /organizations/{org}/members/{member}/accounts}: accounts at identity providers that a member signs in with. */
@RestController
@RequestMapping(path = "/organizations/{org}/members/{member}/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
class LinkedAccountController {
    private final Callers callers;
    private final AccountProofs proofs;

    LinkedAccountController(Callers callers, AccountProofs proofs) {
        this.callers = callers;
        this.proofs = proofs;
    }

    /**
     * Another account of the caller.
     *
     * @param proof JWT of a configured issuer about the other account. Its claim {@code link_to} names the account of the request's own JWT, as
     *              provider and subject with a colon between them.
     */
    record SecondAccount(@NotBlank @Size(max = 8_192) String proof) {}

    /**
     * Links another account, with which the caller can then sign in as the same member. Needs the JWTs of both accounts. Linking an account
     * again changes nothing.
     */
    @PostMapping
    @Rejections({AccountTaken.class, MemberNotActive.class})
    Answer<Void> link(Organization organization, @PathVariable UUID member, @Valid @RequestBody SecondAccount account, CommandSender sender,
            HttpServletRequest request) {
        sender.caller().requireToBe(member);
        return sender.send(new LinkAccount(member, organization.id(), UuidV7.next(), proven(account, request)));
    }

    private Identity proven(SecondAccount account, HttpServletRequest request) {
        if (!(callers.credential() instanceof Person holder)) {
            throw Denied.toAllButPeople();
        }
        return proofs.proven(account.proof, holder, request)
                .orElseThrow(
                        () -> new Malformed(FieldError.pointer("/proof", "is not a valid JWT about an account to be linked to this one")));
    }

    /**
     * Removes an account, with which the member can no longer sign in. One account must remain. Members may remove their own.
     *
     * @param account id from {@code account.ofMember}
     */
    @DeleteMapping("/{account}")
    @Rejections({LastAccount.class, MemberAlreadyDeleted.class})
    Answer<Void> unlink(Organization organization, @PathVariable UUID member, @PathVariable UUID account, CommandSender sender) {
        return sender.send(new UnlinkAccount(member, organization.id(), account));
    }
}
