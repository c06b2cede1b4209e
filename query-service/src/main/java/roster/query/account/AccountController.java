package roster.query.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import roster.access.control.Callers;
import roster.access.credential.Credential.Person;
import roster.access.credential.Standings;
import roster.access.requirement.AnyCaller;
import roster.access.requirement.OrOneself;
import roster.access.requirement.Requires;
import roster.contract.email.EmailAddress;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.problem.QueryRejected;

/** The accounts that members sign in with. */
@RestController
final class AccountController {
    private final Callers callers;
    private final Standings standings;

    AccountController(Callers callers, Standings standings) {
        this.callers = callers;
        this.standings = standings;
    }

    /**
     * The accounts that a member signs in with.
     *
     * @param accounts in the order in which they were linked
     */
    record Accounts(List<MemberAccount> accounts) {}

    /**
     * An account that a member signs in with.
     *
     * @param provider name of the identity provider
     * @param current  true for the account that the caller has signed in with
     */
    record MemberAccount(UUID accountId, String provider, Instant linkedAt, boolean current) {}

    /**
     * Identity providers.
     *
     * @param providers their names
     */
    record AccountProviders(List<String> providers) {}

    /** Lists the accounts that a member signs in with. Empty for a member who has not accepted the invitation. Members may read their own. */
    @Requires(Permission.MEMBERS_MANAGE)
    @OrOneself
    @GetMapping("/organizations/{org}/members/{member}/accounts")
    Accounts ofMember(Organization organization, @PathVariable UUID member) {
        if (standings.member(member).filter(it -> it.organizationId().equals(organization.id())).isEmpty()) {
            throw QueryRejected.notFound();
        }
        var own = callers.credential() instanceof Person person ? person.identity() : null;
        return new Accounts(standings.accounts(member).stream()
                .map(it -> new MemberAccount(it.accountId(), it.identity().provider(), it.linkedAt(), it.identity().equals(own))).toList());
    }

    /**
     * Shows the identity providers that members with a verified address of the caller sign in with. For a person who has signed in with
     * another account than those of their membership.
     */
    @AnyCaller
    @GetMapping("/me/accounts")
    AccountProviders withSameAddress() {
        var emails = callers.credential() instanceof Person person ? person.verifiedEmails() : List.<String>of();
        return new AccountProviders(standings.providersOf(emails.stream().flatMap(it -> address(it).stream()).toList()));
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
